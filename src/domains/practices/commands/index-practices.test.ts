import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { parseFilters } from '../forms/list-filters.ts';
import { listPractices } from '../queries/list-practices.ts';
import { indexPractices, reindexPractices } from './index-practices.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
}, 60_000);
afterAll(() => database.close());

const ids = async (query: string) =>
  (await listPractices(database.db, parseFilters(new URLSearchParams(query)), 'en')).practices.map(
    ({ id }) => id,
  );

const retitle = (id: number, title: string, isKept = true) =>
  database.db.transaction().execute(async (trx) => {
    await trx
      .updateTable('practice_text')
      .set({ title })
      .where('practice_id', '=', id)
      .where('language', '=', 'en')
      .execute();
    await indexPractices(trx, [id]);
    if (!isKept) throw new Error('taken back');
  });

test('a change is found as soon as it is committed, and one taken back never', async () => {
  await retitle(2, 'The zanzibar lantern');
  expect(await ids('q=zanzibar')).toEqual([2]);
  await expect(retitle(3, 'Another quixotry', false)).rejects.toThrow('taken back');
  expect(await ids('q=quixotry')).toEqual([]);
});

test('an archived practice leaves the index with the change that archives it', async () => {
  const before = await ids('');
  await database.db.transaction().execute(async (trx) => {
    await trx.updateTable('practice').set({ state: 'archived' }).where('id', '=', 5).execute();
    await indexPractices(trx, [5]);
  });
  expect((await ids('q=')).includes(5)).toBe(false);
  expect(before.length).toBeGreaterThan(0);
});

test('indexing anew finds what was written past the index, and drops what is gone', async () => {
  await database.db
    .updateTable('practice_text')
    .set({ title: 'A vermilion barge' })
    .where('practice_id', '=', 7)
    .where('language', '=', 'en')
    .execute();
  await database.db.deleteFrom('practice').where('id', '=', 8).execute();
  const published = await database.db
    .selectFrom('practice')
    .select('id')
    .where('state', '=', 'published')
    .execute();
  expect(await reindexPractices(database.db)).toBe(published.length);
  expect(await ids('q=vermilion')).toEqual([7]);
  const { total } = await listPractices(database.db, parseFilters(new URLSearchParams()), 'en');
  expect(total).toBe(published.length);
});

test('a practice published while all are indexed anew stays, and a document without a practice goes', async () => {
  const { db } = database;
  await sql`insert into search_document (kind, ref, tsv, facets, standing)
    values ('practice', 1600, '', '', 0)`.execute(db);
  // Indexing has read its practices when it waits for this document.
  const holder = await db.startTransaction().execute();
  await sql`select from search_document where ref = 1 for update`.execute(holder);
  const indexing = reindexPractices(db);
  try {
    const waiting = sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await vi.waitUntil(async () => (await waiting.execute(db)).rows.length > 0, { timeout: 40_000 });
    await db.transaction().execute(async (trx) => {
      await sql`insert into practice (id, slug, original_language, licence, published_on)
        values (1500, 'published-meanwhile', 'en', 'CC BY 4.0', date '2026-01-01')`.execute(trx);
      await sql`insert into practice_text (practice_id, language, state, title, teaser)
        values (1500, 'en', 'original', 'Published meanwhile', 'While all others were read')`.execute(trx);
      await indexPractices(trx, [1500]);
    });
  } finally {
    await holder.rollback().execute();
    await indexing;
  }
  const { rows } = await sql<{ ref: number }>`select ref from search_document where ref >= 1500`.execute(db);
  expect(rows).toEqual([{ ref: 1500 }]);
}, 60_000);
