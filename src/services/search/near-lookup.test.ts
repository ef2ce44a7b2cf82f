import { afterAll, describe, expect, test } from 'vitest';
import type { Language } from '#services/i18n/languages.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { conceptFinder, noConcepts } from './concept-finder.ts';
import { learnStems, stemsOfDocuments } from './known-stems.ts';
import { lookUpNear } from './near-lookup.ts';
import { readQuery } from './query.ts';
import { isStemKept, stem } from './stem.ts';

const database = await testDatabase();
afterAll(() => database.close());
const { db } = database;

const plain = { kind: 'practice', facets: {}, concepts: [], quality: 0, sortedOn: null, titles: {} };
await learnStems(
  db,
  stemsOfDocuments([
    {
      ...plain,
      ref: 1,
      titles: { en: 'A library in the community', de: 'Kirchenchor und Chor, einsame Leute' },
      texts: [{ language: null, weight: 'A', text: 'Svendborg Rūjiena' }],
    },
    {
      ...plain,
      ref: 2,
      titles: { lv: 'lodēja bibliotēkā, kora koka ko kurš', fi: 'kirjasto', en: 'liberty' },
      texts: [],
    },
  ]),
);

const lookUp = (text: string, languages: readonly Language[]) =>
  lookUpNear(db, readQuery(text, languages, noConcepts).words, languages, concepts);
const concepts = conceptFinder([{ id: 'loneliness', broader: [], terms: { de: ['Einsamkeit'] } }]);
const lexeme = (word: string, language: Language) => `${language}:${stem(word, language)}`;

describe('what is near a word', () => {
  test.each([
    ['a mistyped word', 'libary', 'en', 'library', 'library'],
    ['a part of a compound', 'kirche', 'de', 'kirchenchor', null],
    ['another form', 'lodēt', 'lv', 'lodēja', 'lodēja'],
    ['a word typed without its diacritics and with a slip', 'bibloteka', 'lv', 'bibliotēkā', 'bibliotēkā'],
    ['a mistyped word of whose stem another is known', 'einsamkiet', 'de', 'einsame', 'einsamkeit'],
    ['two slips in a long word', 'communitiyt', 'en', 'community', 'community'],
  ] as const)('%s: "%s"', async (_, typed, language, meant, correction) => {
    const [near] = await lookUp(typed, [language]);
    expect(near?.lexemes).toContain(lexeme(meant, language));
    expect(near?.correction).toBe(correction);
  });

  test('a word in use needs no correction, but has its compounds', async () => {
    const [near] = await lookUp('Chor', ['de']);
    expect(near).toEqual({ lexemes: [lexeme('kirchenchor', 'de')], correction: null });
  });

  test('a word in use was not mistyped, and words that say nothing are near nothing', async () => {
    // "kora" is a slip away from "koka", and its stem from that of "ko" (what).
    expect(await lookUp('kora', ['lv'])).toEqual([{ lexemes: [], correction: null }]);
    expect((await lookUp('korim', ['lv']))[0]?.lexemes).not.toContain(lexeme('ko', 'lv'));
    expect((await lookUp('korims', ['lv']))[0]?.lexemes).not.toContain(lexeme('kurš', 'lv'));
  });

  test('a name is found with a slip, from any language', async () => {
    expect(await lookUp('Svenborg', ['en'])).toEqual([{ lexemes: ['*:svendborg'], correction: 'svendborg' }]);
    expect((await lookUp('Rujeina', ['lv']))[0]?.lexemes).toContain('*:rujiena');
  });

  test('languages that are not asked are left out', async () => {
    expect((await lookUp('libary', ['de']))[0]?.lexemes).not.toContain(lexeme('library', 'en'));
  });

  test('each word has its own answer, in order', async () => {
    const near = await lookUp('libary xylophone comunity', ['en']);
    expect(near.map(({ correction }) => correction)).toEqual(['library', null, 'community']);
    expect(near[1]).toEqual({ lexemes: [], correction: null });
  });

  test('of many long words only the first are tried in other spellings, and none of them is kept', async () => {
    const long = Array.from({ length: 8 }, (_, n) => `longwordofmanyletter${String.fromCharCode(97 + n)}`);
    const near = await lookUp(['libary', ...long, 'lbirary'].join(' '), ['en']);
    expect([near[0]?.correction, near[9]?.correction]).toEqual(['library', null]);
    expect(isStemKept('libaryx', 'en')).toBe(false);
    expect((await lookUp('lbirary', ['en']))[0]?.correction).toBe('library');
  });

  test.each(['', 'a b', '!!!', '%_%', "'; drop table search_lexeme; --", '\u{10ffff}\u{10ffff}\u{10ffff}'])(
    'any text has an answer: "%s"',
    async (text) => {
      const query = readQuery(text, ['en'], noConcepts);
      expect(await lookUpNear(db, query.words, ['en'])).toHaveLength(query.words.length);
    },
  );
});
