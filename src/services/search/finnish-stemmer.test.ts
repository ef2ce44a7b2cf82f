import { expect, test } from 'vitest';
import { stemFinnish } from './finnish-stemmer.ts';

test.each([
  ['adjectives and nouns in -nen', 'paikallinen paikallisen paikalliset paikallisille'],
  ['loans in -ni, -si and -isti', 'saksofoni saksofonin saksofonissa'],
  ['loans in -si', 'kriisi kriisin kriisissä kriisistä'],
  ['abstracts in -us', 'vanhus vanhuksen vanhukset vanhuksille'],
  ['abstracts in -uus', 'yhdenvertaisuus yhdenvertaisuuden yhdenvertaisuutta'],
  ['grades of nk', 'kaupunki kaupungin kaupungissa kaupunkia kaupungit'],
  ['grades of t and p', 'koti kodin kotiin kotona'],
  ['plurals that change the last vowel', 'paikka paikan paikkoja paikkojen paikat'],
])('one stem for %s', (_, forms) => {
  const stems = new Set(forms.split(' ').map(stemFinnish));
  expect([...stems]).toHaveLength(1);
});

test.each(['kylä kyy', 'laulu laukku', 'kieli kielto'])('words apart: %s', (words) => {
  const [one = '', other = ''] = words.split(' ');
  expect(stemFinnish(one)).not.toBe(stemFinnish(other));
});
