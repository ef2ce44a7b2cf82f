import { describe, expect, test } from 'vitest';
import type { Language } from '#services/i18n/languages.ts';
import { distance, MOST_NEAR, nearness, nearStems, type KnownStem, type SoughtStem } from './near-words.ts';
import { spellingsNearby } from './slips.ts';
import { stem } from './stem.ts';

const asked = (text: string, language: Language): SoughtStem => ({
  text,
  stem: stem(text, language),
  slips: new Set([...spellingsNearby(text, language)].map((spelling) => stem(spelling, language))),
});
const known = (word: string, language: Language): KnownStem => ({
  language,
  stem: stem(word, language),
  word,
});

describe('distance', () => {
  test.each([
    ['choir', 'choir', 0],
    ['choir', 'chor', 1],
    ['choir', 'chorir', 1],
    ['choir', 'chair', 1],
    ['choir', 'chior', 1],
    ['choir', 'chaor', 2],
    ['choir', 'garden', 3],
    ['', 'ab', 2],
  ])('"%s" and "%s" are %i letters apart, or more than asked', (one, other, letters) => {
    expect(distance(one, other, 2)).toBe(letters);
    expect(distance(other, one, 2)).toBe(letters);
  });
});

describe('how a stem is near a word', () => {
  test.each([
    ['another form', 'lodēt', 'lodēja', 'lv', 'form'],
    ['a letter missing', 'libary', 'library', 'en', 'slip'],
    ['two letters swapped', 'gadren', 'garden', 'en', 'slip'],
    ['another first letter', 'harden', 'garden', 'en', 'slip'],
    ['two slips in a long word', 'comunitty', 'community', 'en', 'slip'],
    ['a slip in an ending', 'kirjastosas', 'kirjastossa', 'fi', 'slip'],
    ['the end of a compound', 'chor', 'kirchenchor', 'de', 'part'],
    ['the beginning of a compound', 'raamat', 'raamatukogu', 'et', 'part'],
    ['a compound that has it as its end', 'kirchenchor', 'chor', 'de', 'part'],
    ['a short stem whose word is in the compound', 'olja', 'matolja', 'sv', 'part'],
  ] as const)('%s: "%s" finds "%s"', (_, word, other, language, how) => {
    expect(nearness(asked(word, language), known(other, language))).toBe(how);
  });

  test.each([
    ['the same stem', 'gardens', 'garden', 'en'],
    ['another word', 'library', 'garden', 'en'],
    ['two slips in a short word', 'gadrem', 'garden', 'en'],
    ['another first letter of four', 'cook', 'book', 'en'],
    ['words in a language without compounds', 'man', 'postman', 'en'],
    ['a short stem in another word', 'olja', 'poljak', 'sv'],
    ['a few letters at an end', 'ort', 'transport', 'de'],
  ] as const)('%s: "%s" does not find "%s"', (_, word, other, language) => {
    expect(nearness(asked(word, language), known(other, language))).toBeNull();
  });
});

test('forms come before slips, and slips before parts', () => {
  const words = ['kirchenchor', 'chori', 'chro', 'unrelated'].map((word) => ({
    language: 'de' as const,
    stem: word,
    word,
  }));
  const near = nearStems(asked('chor', 'de'), words);
  expect(near.map(({ stem: found, nearness: how }) => `${found} ${how}`)).toEqual([
    'chori form',
    'chro slip',
    'kirchenchor part',
  ]);
});

test('however many are near, the nearest are taken', () => {
  const compounds = Array.from({ length: 200 }, (_, n) => {
    const word = `garten${'a'.repeat(4 + (n % 20))}${n}`;
    return { language: 'de' as const, stem: word, word };
  });
  const near = nearStems(asked('garten', 'de'), compounds);
  expect(near).toHaveLength(MOST_NEAR);
  const longest = Math.max(...near.map(({ stem: found }) => found.length));
  const left = compounds.filter(({ stem: found }) => !near.some((one) => one.stem === found));
  expect(left.every(({ stem: found }) => found.length >= longest)).toBe(true);
});
