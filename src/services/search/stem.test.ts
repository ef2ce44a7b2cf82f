import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '#services/i18n/languages.ts';
import { pairs } from './stem-pairs.ts';
import { isStemKept, stem, stemOfGuess } from './stem.ts';

/** The share of pairs that share a stem, in per cent: what is reached today, which may only rise. */
const reached: Readonly<Record<Language, number>> = {
  en: 100,
  lv: 99,
  lt: 100,
  et: 98,
  fi: 100,
  sv: 100,
  da: 100,
  de: 97,
  pl: 100,
};

test.each(languages)('%s: inflected forms share the stem of their lemma as often as before', (language) => {
  const all = pairs(language);
  expect(all.length).toBeGreaterThanOrEqual(12);
  const found = all.filter(([lemma, form]) => stem(lemma, language) === stem(form, language));
  expect((100 * found.length) / all.length).toBeGreaterThanOrEqual(reached[language]);
});

test.each(languages)('%s: different words of the field keep different stems', (language) => {
  const lemmas = new Set(pairs(language).map(([lemma]) => lemma));
  expect(new Set([...lemmas].map((lemma) => stem(lemma, language))).size).toBe(lemmas.size);
});

test.each([
  ['en', 'children', 'child'],
  ['lt', 'žmonės', 'žmogus'],
  ['et', 'laste', 'lapsed'],
  ['fi', 'lasten', 'lapsia'],
  ['sv', 'städerna', 'stad'],
  ['da', 'børnene', 'barn'],
  ['pl', 'ludziom', 'człowiek'],
] as const)('%s: irregular "%s" is a form of "%s"', (language, form, lemma) => {
  expect(stem(form, language)).toBe(stem(lemma, language));
});

describe('endings set off from a name', () => {
  test.each([
    ["kannus'issa", 'kannus', 'fi'],
    ["rock'i", 'rock', 'et'],
    ['eu:n', 'eu', 'fi'],
    ["people's", 'people', 'en'],
  ] as const)('%s has the stem of %s in %s', (form, bare, language) => {
    expect(stem(form, language)).toBe(stem(bare, language));
  });
});

test('a word with a letter or number has a stem in every language', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[\p{L}\p{N}]{1,20}$/u),
      fc.constantFrom(...languages),
      (word, language) => {
        expect(stem(word.toLowerCase(), language)).toMatch(/^[\p{L}\p{N}]+$/u);
      },
    ),
  );
});

test.each([
  ['de', 'Bürgerinnen', 'Burg'],
  ['da', 'billetter', 'bil'],
  ['sv', 'månader', 'män'],
  ['et', 'turistid', 'turul'],
] as const)('%s: "%s" has a stem of its own, not that of "%s"', (language, word, other) => {
  expect(stem(word.toLowerCase(), language)).not.toBe(stem(other.toLowerCase(), language));
});

test.each([
  ['de', 'nachbarin', 'nachbarn'],
  ['da', 'øerne', 'ø'],
  ['sv', 'teatrarna', 'teater'],
  ['et', 'valla', 'vald'],
] as const)('%s: "%s" meets "%s" although no rule leads there', (language, form, lemma) => {
  expect(stem(form, language)).toBe(stem(lemma, language));
});

test('a guess has the stem of the word, and only the word is kept', () => {
  expect(stemOfGuess('lighthouses', 'en')).toBe('lighthous');
  expect(isStemKept('lighthouses', 'en')).toBe(false);
  expect(stem('lighthouses', 'en')).toBe('lighthous');
  expect(isStemKept('lighthouses', 'en')).toBe(true);
});
