import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { lastPublished } from './recent.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await sql`
    insert into practice (id, slug, original_language, licence, published_on, state)
    select n, 'p-' || n, 'en', 'CC BY 4.0', date '2020-01-01' + (n * 7919 % 2000)::int,
      case n % 50 when 0 then 'archived' else 'published' end
    from generate_series(5000, 9999) as n`.execute(database.db);
  await sql`analyze practice`.execute(database.db);
});
afterAll(() => database.close());

describe('the practices put here last', () => {
  it('come newest first, without the archived', async () => {
    const none = { conceptGroups: [], countries: [], places: [] };
    const found = await lastPublished(database.db, none, 50);
    expect(found).toHaveLength(50);
    expect(found.every(({ id }) => id % 50 !== 0)).toBe(true);
    const days = found.map(({ publishedOn }) => publishedOn);
    expect(days).toEqual(days.toSorted().reverse());
  });

  it('are read off an index, without a look at all the others', async () => {
    const { rows } = await sql`
      explain select id, published_on, changed_at from practice where state = 'published'
      order by published_on desc, id desc limit 50`.execute(database.db);
    expect(JSON.stringify(rows)).toMatch(/Index Scan using practice_newest/);
    expect(JSON.stringify(rows)).not.toContain('Sort');
  });
});
