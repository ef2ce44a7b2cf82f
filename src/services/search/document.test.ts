import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '#services/i18n/languages.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { toTsvector, type SearchDocument } from './document.ts';

type Texts = Pick<SearchDocument, 'titles' | 'texts'>;

test('words carry their place and the weight of their text', () => {
  const vector = toTsvector({
    titles: { en: 'A choir' },
    texts: [{ language: 'en', weight: 'D', text: 'Choirs sing' }],
  });
  expect(vector).toBe("'en:a':1A 'en:choir':2A,3D 'en:sing':4D");
});

describe('in PostgreSQL', async () => {
  const database = await testDatabase();
  afterAll(() => database.close());
  const lexemes = async (document: Texts) => {
    const { rows } = await sql<{ n: number }>`select length(${toTsvector(document)}::tsvector) as n`.execute(
      database.db,
    );
    return rows[0]?.n;
  };

  test('a document without a word is an empty vector', async () => {
    expect(await lexemes({ titles: {}, texts: [] })).toBe(0);
  });

  test('any text makes a valid vector', async () => {
    const text = fc.record({
      language: fc.constantFrom(...languages, null),
      weight: fc.constantFrom('A' as const, 'B' as const, 'C' as const, 'D' as const),
      text: fc.string({ unit: 'binary', maxLength: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), async (texts) => {
        expect(await lexemes({ titles: {}, texts })).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  test('a book in a field, of long or of endlessly repeated words, still fits', async () => {
    const long = Array.from({ length: 60_000 }, (_, n) => `${n}${'文'.repeat(50)}`).join(' ');
    const same = 'choir '.repeat(60_000);
    for (const text of [long, same]) {
      expect(await lexemes({ titles: {}, texts: [{ language: null, weight: 'D', text }] })).toBeGreaterThan(
        0,
      );
    }
  });
});
