import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Language } from '#services/i18n/languages.ts';
import type { ConceptWords } from '../model.ts';
import {
  addedWords,
  allWords,
  inEach,
  lacking,
  mergedWords,
  noWords,
  once,
  sameWord,
} from './concept-words.ts';

const words = (by: Partial<Record<Language, Partial<ConceptWords>>>) => ({
  words: inEach((language) => ({ ...noWords, ...by[language] })),
});

test('a word is the same in capitals and with other spaces', () => {
  expect(once(['Empty  shops', 'empty shops', ' ', 'Shops'], ['shops'])).toEqual(['Empty  shops']);
});

test('a language without a label is lacking', () => {
  expect(lacking(words({ en: { label: 'x' }, lv: { label: 'y' } }))).toEqual([
    'lt',
    'et',
    'fi',
    'sv',
    'da',
    'de',
    'pl',
  ]);
});

test('what was added is what only the new words have, in that language', () => {
  const before = words({ en: { label: 'Choir', synonyms: ['singing'] }, de: { label: 'Chor' } });
  const after = words({
    en: { label: 'choir', synonyms: ['song'] },
    de: { label: 'Chor', spoken: ['singing'] },
  });
  expect(addedWords(before, after)).toEqual([
    { language: 'en', text: 'song' },
    { language: 'de', text: 'singing' },
  ]);
});

test('merged, what the first was called is a synonym, and a label that only it has stays one', () => {
  const merged = mergedWords(
    words({
      en: { label: 'Choirs', scopeNote: 'old', synonyms: ['Singing'] },
      fi: { label: 'Kuorot', scopeNote: 'fi' },
    }),
    words({ en: { label: 'Song', scopeNote: 'new', synonyms: ['singing'], spoken: ['choirs '] } }),
  );
  expect(merged.en).toEqual({ label: 'Song', scopeNote: 'new', synonyms: ['singing', 'Choirs'], spoken: [] });
  expect(merged.fi).toEqual({ label: 'Kuorot', scopeNote: 'fi', synonyms: [], spoken: [] });
  expect(merged.de).toEqual(noWords);
});

const text = fc.constantFrom('a', 'A', 'b', 'c c', 'c  c', 'd');
const some = fc.record({
  label: text,
  scopeNote: fc.constant(''),
  synonyms: fc.array(text),
  spoken: fc.array(text),
});
test('merging loses no word and keeps none twice', () => {
  fc.assert(
    fc.property(some, some, (one, other) => {
      const [from, into] = [words({ en: one }), words({ en: other })];
      const merged = { words: mergedWords(from, into) };
      const keys = (of: { words: Record<Language, ConceptWords> }) =>
        new Set(allWords(of).map((word) => sameWord(word.text)));
      expect(keys(merged)).toEqual(new Set([...keys(from), ...keys(into)]));
      const { label, synonyms, spoken } = merged.words.en;
      expect(once([label, ...synonyms, ...spoken])).toHaveLength(1 + synonyms.length + spoken.length);
    }),
  );
});
