import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { practicesOfSitemapPart, sitemapParts } from './sitemap.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
  const practices = [999, 1000, 4711].map((id) => ({
    id: String(id),
    slug: `practice-${id}`,
    original_language: 'en',
    licence: 'CC BY 4.0',
    published_on: '2026-11-23',
    changed_at: new Date(`${2000 + (id % 1000)}-05-05T00:00:00Z`),
  }));
  await database.db
    .insertInto('practice')
    .values(practices as never)
    .execute();
});
afterAll(() => database.close());

it('the sitemap has a part for each range of numbers that holds a practice, with the last change in it', async () => {
  const parts = await sitemapParts(database.db);
  expect(parts.map(({ part }) => part)).toEqual([1, 4, 5, 19]);
  expect(parts[2]?.changedAt).toEqual(new Date('2000-05-05T00:00:00Z'));
});

it('a part of the sitemap holds the practices with its numbers and no others', async () => {
  const slugs = async (part: number) =>
    (await practicesOfSitemapPart(database.db, part)).map(({ slug }) => slug);
  expect(await slugs(1)).toHaveLength(48);
  expect(await slugs(4)).toEqual(['practice-999']);
  expect(await slugs(5)).toEqual(['practice-1000']);
  expect(await slugs(19)).toEqual(['practice-4711']);
  expect(await slugs(2)).toEqual([]);
});
