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

/** Those that share the most concepts with this one, looked for without any bound. */
async function all(id: number): Promise<RelatedCandidate[]> {
  const { rows } = await sql<RelatedCandidate>`
    select p.id, array_agg(theirs.concept_id order by theirs.position) as shared
    from practice_concept mine join practice_concept theirs using (concept_id)
    join practice p on p.id = theirs.practice_id and p.state = 'published'
    where mine.practice_id = ${id} and p.id <> ${id}
    group by p.id
    order by count(*) desc, p.id limit 40`.execute(database.db);
  return rows;
}

describe('practices that share concepts', () => {
  it('are the same as without a bound, for every practice of the seed', async () => {
    const ids = await database.db.selectFrom('practice').select('id').orderBy('id').execute();
    expect(ids).toHaveLength(48);
    for (const { id } of ids) {
      const found = await sharingConcepts(database.db, id, 40);
      expect(rankRelated(found, 3)).toEqual(rankRelated(await all(id), 3));
      expect(found.length).toBeGreaterThan(3);
    }
  });

  it('are found by a rare concept among thousands that share a frequent one, and few are looked at', async () => {
    const { db } = database;
    await sql`
      insert into practice (id, slug, original_language, licence, published_on)
      select n, 'many-' || n, 'en', 'CC BY 4.0', date '2020-01-01' from generate_series(5000, 12999) as n`.execute(
      db,
    );
    await sql`
      insert into practice_concept (practice_id, concept_id, position)
      select n, concept, position from generate_series(5000, 12999) as n,
        (values ('culturalForm:food', 1), ('targetGroup:youth', 2), ('dimension:trust', 3)) as c (concept, position)
      union all select n, 'method:visioning', 4 from generate_series(5000, 5004) as n`.execute(db);
    await sql`
      insert into practice (id, slug, original_language, licence, published_on)
      values (4999, 'one', 'en', 'CC BY 4.0', date '2020-01-01')`.execute(db);
    await sql`
      insert into practice_concept (practice_id, concept_id, position)
      values (4999, 'culturalForm:food', 1), (4999, 'targetGroup:youth', 2), (4999, 'method:visioning', 3)`.execute(
      db,
    );
    await sql`delete from practice_concept where concept_id = 'method:visioning' and practice_id < 4999`.execute(
      db,
    );
    await sql`analyze practice, practice_concept`.execute(db);
    const found = await sharingConcepts(db, 4999, 40);
    expect(found).toHaveLength(40);
    expect(found.slice(0, 5).map(({ id }) => id)).toEqual([5000, 5001, 5002, 5003, 5004]);
    expect(found[0]?.shared).toEqual(['culturalForm:food', 'targetGroup:youth', 'method:visioning']);

    await sql`update practice set state = 'archived' where id = 5000`.execute(db);
    expect((await sharingConcepts(db, 4999, 40))[0]?.id).toBe(5001);
  });
});
