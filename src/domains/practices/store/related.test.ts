import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { loadSeed } from '../../../cli/seed.ts';
import { rankRelated, type RelatedCandidate } from '../rules/related.ts';
import { sharingConcepts } from './related.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
});
afterAll(() => database.close());

/** Those that share a concept with this one, looked for without any bound. */
async function all(id: number): Promise<RelatedCandidate[]> {
  const { rows } = await sql<RelatedCandidate>`
    select p.id, array_agg(theirs.concept_id order by theirs.position) as shared
    from practice_concept mine join practice_concept theirs using (concept_id)
    join practice p on p.id = theirs.practice_id and p.state = 'published'
    where mine.practice_id = ${id} and p.id <> ${id}
    group by p.id`.execute(database.db);
  return rows;
}

/** Published practices with these numbers, each with all these concepts. */
async function add(from: number, to: number, concepts: readonly string[]): Promise<void> {
  const { db } = database;
  await sql`
    insert into practice (id, slug, original_language, licence, published_on)
    select n, 'added-' || n, 'en', 'CC BY 4.0', date '2020-01-01' from generate_series(${from}::int, ${to}::int) as n`.execute(
    db,
  );
  await sql`
    insert into practice_concept (practice_id, concept_id, position)
    select n, concept, position from generate_series(${from}::int, ${to}::int) as n,
      unnest(${concepts}::text[]) with ordinality as c (concept, position)`.execute(db);
}

describe('practices that share concepts', () => {
  it('are the same as without a bound, for every practice of the seed', async () => {
    const ids = await database.db.selectFrom('practice').select('id').orderBy('id').execute();
    expect(ids).toHaveLength(48);
    for (const { id } of ids) {
      const found = await sharingConcepts(database.db, id);
      expect(rankRelated(found, 3)).toEqual(rankRelated(await all(id), 3));
      expect(found.length).toBeGreaterThan(3);
    }
  });

  it('are ranked by the rule alone: one shared challenge comes before three shared trifles of many', async () => {
    const trifles = ['culturalForm:food', 'dimension:trust', 'dimension:belonging'];
    await add(3000, 3059, trifles);
    await add(3060, 3060, ['challenge:depopulation']);
    await add(3061, 3061, [...trifles, 'challenge:depopulation']);
    const ranked = rankRelated(await sharingConcepts(database.db, 3061), 60);
    expect(ranked).toEqual(rankRelated(await all(3061), 60));
    expect(ranked.map(({ id }) => id)).toContain(3060);
  });

  it('are found by a rare concept among thousands that share a frequent one, and few are looked at', async () => {
    const { db } = database;
    await sql`delete from practice_concept where concept_id = 'method:visioning'`.execute(db);
    await add(5000, 5004, ['culturalForm:food', 'targetGroup:youth', 'dimension:trust', 'method:visioning']);
    await add(5005, 12_999, ['culturalForm:food', 'targetGroup:youth', 'dimension:trust']);
    await add(4999, 4999, ['culturalForm:food', 'targetGroup:youth', 'method:visioning']);
    await sql`analyze practice, practice_concept`.execute(db);
    const found = await sharingConcepts(db, 4999);
    expect(found).toHaveLength(205);
    const [first, ...others] = rankRelated(found, 5);
    expect(first).toEqual({
      id: 5000,
      shared: ['targetGroup:youth', 'method:visioning', 'culturalForm:food'],
    });
    expect(others.map(({ id }) => id)).toEqual([5001, 5002, 5003, 5004]);

    // What was withdrawn takes nobody's place among the few.
    await sql`update practice set state = 'archived' where id = 5000 or id >= 12800`.execute(db);
    const left = await sharingConcepts(db, 4999);
    expect(left).toHaveLength(204);
    expect(rankRelated(left, 1)[0]?.id).toBe(5001);
  });

  it('are compared a thousand at most, however many concepts a practice has', async () => {
    const { rows } = await sql<{ id: string }>`
      select id from concept where id like 'culturalForm:%' and id <> 'culturalForm:food' order by id limit 7`.execute(
      database.db,
    );
    for (const [n, { id }] of rows.entries()) await add(20_000 + 200 * n, 20_199 + 200 * n, [id]);
    await add(
      19_999,
      19_999,
      rows.map(({ id }) => id),
    );
    expect(await sharingConcepts(database.db, 19_999)).toHaveLength(1000);
  });
});
