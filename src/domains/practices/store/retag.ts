import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/** Gives everything tagged with `from` the tag `into`, once where it has both, in its place. Returns how many practices. */
export async function retagPractices(trx: Database, from: string, into: string, at: Date): Promise<number> {
  const tagged = await trx
    .selectFrom('practice_concept')
    .select('practice_id')
    .where('concept_id', '=', from)
    .orderBy('practice_id')
    .execute();
  await sql`delete from practice_concept as old using practice_concept as kept
    where old.concept_id = ${from} and kept.practice_id = old.practice_id and kept.concept_id = ${into}`.execute(
    trx,
  );
  await trx
    .updateTable('practice_concept')
    .set({ concept_id: into })
    .where('concept_id', '=', from)
    .execute();
  const ids = tagged.map((row) => row.practice_id);
  await sql`update practice set changed_at = ${at} where id = any(${ids}::bigint[])`.execute(trx);
  return ids.length;
}

/**
 * The same in every version of every draft: a version keeps what was typed, and a concept was chosen, not typed. What is brought back
 * later is tagged as everything is by then.
 */
export async function retagDrafts(trx: Database, from: string, into: string): Promise<void> {
  await sql`update practice_draft_version set content = jsonb_set(content, '{concepts}', (
      select jsonb_agg(id order by id) from (
        select distinct case id when ${from} then ${into} else id end as id
        from jsonb_array_elements_text(content -> 'concepts') as id) as retagged))
    where content -> 'concepts' @> ${JSON.stringify([from])}::jsonb`.execute(trx);
}

/** How often a concept is carried: by practices (whatever their state), published ones, and drafts that are not over. */
export type ConceptUse = { practices: number; published: number; drafts: number };

export async function conceptUse(db: Database, id: string): Promise<ConceptUse> {
  const { rows } = await sql<ConceptUse>`
    select count(*)::int as practices, (count(*) filter (where p.state = 'published'))::int as published,
      (select count(*)::int from practice_draft d
        join practice_draft_version v on v.draft_id = d.id and v.number = d.version
        where d.state in ('draft', 'submitted', 'in-review', 'changes-asked')
          and v.content -> 'concepts' @> ${JSON.stringify([id])}::jsonb) as drafts
    from practice_concept c join practice p on p.id = c.practice_id where c.concept_id = ${id}`.execute(db);
  return rows[0] ?? { practices: 0, published: 0, drafts: 0 };
}

/** How many practices, whatever their state, carry one of two concepts: what the second will carry when they are merged. */
export async function unionUse(db: Database, ids: readonly [string, string]): Promise<number> {
  const { count } = await db
    .selectFrom('practice_concept')
    .select(sql<number>`count(distinct practice_id)::int`.as('count'))
    .where('concept_id', 'in', ids)
    .executeTakeFirstOrThrow();
  return count;
}
