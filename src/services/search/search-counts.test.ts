import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#platform/database/testing.ts';
import { indexDocuments, search, type SearchDocument } from './index.ts';
import { FEW } from './statistics.ts';

const database = await testDatabase();
afterAll(() => database.close());

const facetNames = ['country', 'form', '__proto__'];
const words = ['choir', 'garden', 'library'];
const chosen = (most: number) =>
  fc
    .tuple(...facetNames.map(() => fc.subarray(['a', 'b', 'c', 'constructor'], { maxLength: most })))
    .map(
      (all) => Object.fromEntries(all.map((codes, n) => [facetNames[n], codes])) as Record<string, string[]>,
    );

const someDocument = fc.record({
  facets: chosen(3),
  words: fc.subarray(words),
  quality: fc.integer({ min: 0, max: 4 }),
});
type Drawn = { facets: Record<string, string[]>; words: string[]; quality: number };

const meets = (document: Drawn, selection: Record<string, string[]>) =>
  facetNames.every(
    (name) =>
      selection[name]?.length === 0 || selection[name]?.some((code) => document.facets[name]?.includes(code)),
  );

/**
 * The definition, one question a value: how many are found with the other facets' choice and this value
 * alone in its own.
 */
function countOneByOne(documents: readonly Drawn[], selection: Record<string, string[]>) {
  const counts = facetNames.map((name) => {
    const codes = ['a', 'b', 'c', 'constructor'].map(
      (code) =>
        [
          code,
          documents.filter((document) =>
            meets(document, { ...selection, ...Object.fromEntries([[name, [code]]]) }),
          ).length,
        ] as const,
    );
    return [name, Object.fromEntries(codes.filter(([, n]) => n > 0))] as const;
  });
  return Object.fromEntries(counts);
}

test('total, page and every count are those of asking one by one', async () => {
  const property = fc.asyncProperty(
    fc.array(someDocument, { maxLength: 25 }),
    chosen(2),
    fc.subarray(words, { maxLength: 2 }),
    fc.integer({ min: 0, max: 10 }),
    async (drawn, facets, asked, offset) => {
      await sql`truncate search_document`.execute(database.db);
      const documents = drawn.map((document, ref): SearchDocument => ({
        kind: 'x',
        ref,
        facets: document.facets,
        titles: { en: document.words.join(' ') },
        texts: [],
        concepts: [],
        quality: document.quality / 4,
        sortedOn: null,
      }));
      await indexDocuments(database.db, documents);
      const found = await search(database.db, {
        kind: 'x',
        text: asked.join(' '),
        languages: ['en'],
        facets,
        facetNames,
        sort: 'newest',
        limit: 5,
        offset,
      });

      // Where few have every word, those with some of them are found too, whatever the facets say.
      const exact = drawn.filter((document) => asked.every((word) => document.words.includes(word)));
      const some = drawn.filter((document) => asked.some((word) => document.words.includes(word)));
      const matching = asked.length > 0 && exact.length < FEW ? some : exact;
      const expected = matching.filter((document) => meets(document, facets));
      expect(found.total).toBe(expected.length);
      expect(found.refs).toHaveLength(Math.max(0, Math.min(5, expected.length - offset)));
      expect(found.refs.every((ref) => expected.includes(drawn[ref] as Drawn))).toBe(true);
      expect(found.counts).toEqual(countOneByOne(matching, facets));
    },
  );
  await fc.assert(property, { numRuns: 150 });
}, 60_000);
