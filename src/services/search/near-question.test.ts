import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#platform/database/testing.ts';
import { indexDocuments, search, type SearchDocument } from './index.ts';

const database = await testDatabase();
afterAll(() => database.close());
const { db } = database;

const document = (ref: number, title: string, text: string): SearchDocument => ({
  kind: 'near',
  ref,
  facets: {},
  titles: { en: title },
  texts: [{ language: 'en', weight: 'D', text }],
  concepts: [],
  quality: 0.5,
  sortedOn: null,
});
await indexDocuments(db, [
  ...[1, 2, 3, 4, 5].map((ref) => document(ref, 'Harbour', 'neighbours cook')),
  document(6, 'Harbour', 'neighbours'),
  document(7, 'Neighbours', 'harbour'),
]);

const ask = async (text: string) => {
  const { refs } = await search(db, {
    kind: 'near',
    text,
    languages: ['en'],
    facets: {},
    facetNames: [],
    sort: 'relevance',
    limit: 20,
    offset: 0,
  });
  return refs.toSorted((a, b) => a - b);
};

test('of many words a document answers two, or one in its title', async () => {
  expect(await ask('neighbours cook elephants')).toEqual([1, 2, 3, 4, 5, 7]);
});

test('one of two words does', async () => {
  expect(await ask('neighbours elephants')).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('where too few answer two words, one does', async () => {
  expect(await ask('neighbours elephants giraffes')).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
