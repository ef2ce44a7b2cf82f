import { expect, test } from 'vitest';
import { stemEstonian } from './estonian-stemmer.ts';

test.each([
  ['adjectives in -ne', 'sotsiaalne sotsiaalse sotsiaalsed sotsiaalset sotsiaalsete'],
  ['abstracts in -us, whose "s" is no ending', 'üritus ürituse ürituste ürituses üritust üritusele'],
  ['grades of -kond', 'kogukond kogukonna kogukonnas kogukonda kogukondade'],
  ['grades of one consonant', 'õpik õpiku õpikust'],
  ['grades of two consonants', 'trepp trepi trepist'],
  ['loans with a long vowel', 'internaat internaadi internaadis'],
  ['nouns with a joining vowel', 'linn linna linnas linnad linnade'],
])('one stem for %s', (_, forms) => {
  const stems = new Set(forms.split(' ').map(stemEstonian));
  expect([...stems]).toHaveLength(1);
});

test.each(['linn lina', 'pilt pill', 'mure murre', 'kino kinni', 'noor noot'])('words apart: %s', (words) => {
  const [one = '', other = ''] = words.split(' ');
  expect(stemEstonian(one)).not.toBe(stemEstonian(other));
});
