import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRows } from '#platform/seed/load-rows.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { loadSeed } from './seed.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
});
afterAll(() => database.close());

/** Lets the loader look at everything again, as after a release with another seed. */
async function loadAgain(): Promise<void> {
  await database.db.deleteFrom('seed_row').where('table_name', '=', '').execute();
  await loadSeed(database.db);
}

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    database.db,
  );
  return rows[0]?.n ?? -1;
}

describe('the seed world', () => {
  it('holds the 48 practices, each with title and teaser in nine languages, places, tags and sources', async () => {
    expect(await count('practice')).toBe(48);
    expect(await count('practice_text')).toBe(48 * 9);
    expect(await count('search_document')).toBe(48);
    const bare =
      await sql`select slug from practice p where not exists (select from practice_place where practice_id = p.id)
      or not exists (select from practice_source where practice_id = p.id)
      or not exists (select from practice_concept where practice_id = p.id)`.execute(database.db);
    expect(bare.rows).toEqual([]);
  });

  it('labels every concept in nine languages and maps every challenge to dimensions', async () => {
    expect(await count('concept_label')).toBe((await count('concept')) * 9);
    const unmapped = await sql`select id from concept where scheme_id = 'challenge'
      and id not in (select challenge_id from challenge_dimension)`.execute(database.db);
    expect(unmapped.rows).toEqual([]);
  });

  it('gives fourteen titles in three years', async () => {
    const { rows } =
      await sql`select year, count(*)::int as titles from place_title_year group by year order by year`.execute(
        database.db,
      );
    expect(rows).toEqual([
      { year: 2024, titles: 4 },
      { year: 2025, titles: 6 },
      { year: 2026, titles: 4 },
    ]);
  });

  it('loaded again changes nothing', async () => {
    const before = await sql`select * from seed_row where table_name <> '' order by 1, 2`.execute(
      database.db,
    );
    await loadAgain();
    const after = await sql`select * from seed_row where table_name <> '' order by 1, 2`.execute(database.db);
    expect(after.rows).toEqual(before.rows);
  });

  it('loaded again leaves what a person changed and does not bring back what a person removed', async () => {
    const { db } = database;
    await db
      .updateTable('practice_text')
      .set({ teaser: 'Mine' })
      .where('practice_id', '=', 2)
      .where('language', '=', 'lv')
      .execute();
    await db.deleteFrom('practice').where('id', '=', 3).execute();
    await db.deleteFrom('practice_source').where('practice_id', '=', 4).execute();
    await loadAgain();
    // Nor does the search still find it.
    expect(await db.selectFrom('search_document').select('ref').where('ref', '=', 3).execute()).toEqual([]);
    const text = await db
      .selectFrom('practice_text')
      .select('teaser')
      .where('practice_id', '=', 2)
      .where('language', '=', 'lv')
      .executeTakeFirst();
    expect(text?.teaser).toBe('Mine');
    expect(await db.selectFrom('practice').select('id').where('id', '=', 3).execute()).toEqual([]);
    expect(
      await db.selectFrom('practice_source').select('url').where('practice_id', '=', 4).execute(),
    ).toEqual([]);
  });
});

describe('the search index', () => {
  async function isIndexed(indexVersion?: number): Promise<boolean> {
    await database.db.deleteFrom('search_document').execute();
    await loadSeed(database.db, indexVersion === undefined ? {} : { indexVersion });
    return (await count('search_document')) > 0;
  }

  it('is made anew at the next start when its rules have changed, once, and not otherwise', async () => {
    await loadSeed(database.db);
    expect(await isIndexed()).toBe(false);
    expect(await isIndexed(999)).toBe(true);
    expect(await isIndexed(999)).toBe(false);
    expect(await isIndexed()).toBe(true);
  });
});

describe('a seed that has changed since it was loaded', () => {
  const table = { table: 'country' as const, key: ['code'] };
  const country = (code: string, ...languages: string[]) => ({ code, official_languages: languages });

  it('updates the rows that are as it left them, and only these', async () => {
    const { db } = database;
    await loadRows(db, { ...table, rows: [country('XA', 'aa'), country('XB', 'bb')] });
    await db
      .updateTable('country')
      .set({ official_languages: ['mine'] })
      .where('code', '=', 'XB')
      .execute();
    await loadRows(db, { ...table, rows: [country('XA', 'a2'), country('XB', 'b2'), country('XC', 'cc')] });
    const rows = await db
      .selectFrom('country')
      .select(['code', 'official_languages'])
      .where('code', 'like', 'X_')
      .orderBy('code')
      .execute();
    expect(rows).toEqual([
      { code: 'XA', official_languages: ['a2'] },
      { code: 'XB', official_languages: ['mine'] },
      { code: 'XC', official_languages: ['cc'] },
    ]);
  });

  it('leaves a row that a person made before it', async () => {
    const { db } = database;
    await db
      .insertInto('country')
      .values({ code: 'YA', official_languages: ['mine'] })
      .execute();
    await loadRows(db, { ...table, rows: [country('YA', 'seed')] });
    await loadRows(db, { ...table, rows: [country('YA', 'seed2')] });
    const row = await db
      .selectFrom('country')
      .select('official_languages')
      .where('code', '=', 'YA')
      .executeTakeFirst();
    expect(row?.official_languages).toEqual(['mine']);
  });

  it('does not hang rows on a parent that a person removed', async () => {
    const { db } = database;
    const names = {
      table: 'place_name' as const,
      key: ['place_id', 'language'],
      parents: [{ table: 'place' as const, column: 'place_id' }],
    };
    await loadRows(db, { ...names, rows: [{ place_id: 'no-such-place', language: 'en', name: 'Gone' }] });
    expect(
      await db.selectFrom('place_name').select('name').where('place_id', '=', 'no-such-place').execute(),
    ).toEqual([]);
  });
});
