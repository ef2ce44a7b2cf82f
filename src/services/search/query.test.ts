import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '#services/i18n/languages.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { queryWords, toTsquery } from './query.ts';

test('every word must be found, in any language asked or as a name', () => {
  expect(toTsquery('jauniešiem koris', ['lv', 'en'])).toBe(
    "('lv:jaunies' | 'en:jauniesiem' | '*:jauniesiem' | '*:jaunies') & ('lv:kor' | 'en:kori' | '*:koris' | '*:kor' | '*:kori')",
  );
});

test('words without weight are left out', () => {
  expect(queryWords('how to fight the loneliness of a town', ['en'])).toHaveLength(3);
  expect(queryWords("I'm lonely", ['en'])).toHaveLength(1);
});

test('words without weight are searched for when there is nothing else', () => {
  expect(queryWords('ja', ['fi'])).toHaveLength(1);
});

test('only the first twelve words of the first 200 characters are read, and no half word', () => {
  expect(queryWords(Array.from({ length: 50 }, (_, n) => `w${n}`).join(' '), ['en'])).toHaveLength(12);
  expect(queryWords(`${'a'.repeat(150)} ${'b'.repeat(100)}`, ['en'])).toHaveLength(1);
  expect(queryWords('x'.repeat(10_000), ['en'])).toHaveLength(1);
});

test('a word asked twice is searched for once', () => {
  expect(queryWords('choir Choir CHOIR', ['en'])).toHaveLength(1);
});

test.each(['', '   ', '&|!()', "'", '\\', '\0', '\uD800', ':*', '<->'])(
  '%j holds nothing to search for',
  (text) => {
    expect(toTsquery(text, languages)).toBeNull();
  },
);

describe('in PostgreSQL', async () => {
  const database = await testDatabase();
  afterAll(() => database.close());

  const isValid = async (text: string) => {
    const query = toTsquery(text, languages);
    if (query !== null) await sql`select ${query}::tsquery`.execute(database.db);
  };

  test.each([
    `'; drop table search_document; --`,
    `a & ! | ( b`,
    `don't <-> :* \\' "x"`,
    `\u0000choir`,
    'x'.repeat(10_000),
    '𝒦ultur 😀 كتاب',
  ])('%j gives a valid query', isValid);

  test('any string gives a valid query or none', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom('choir', "'", '\\', '&', '|', '!', ':*', ':A', '(', ')', '<->', ' ', '\0', 'ā'),
          { maxLength: 30 },
        )
        .map((parts) => parts.join('')),
    );
    await fc.assert(fc.asyncProperty(text, isValid), { numRuns: 300 });
  });
});
