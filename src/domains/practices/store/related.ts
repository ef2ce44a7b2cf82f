import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { RelatedCandidate } from '../rules/related.ts';

/** Of each concept at most so many practices are looked at, the newest; a concept that more have is a frequent one. */
const MOST_OF_A_CONCEPT = 200;

/** So many are compared in all, those of the rarest concepts first: what few others have says most about likeness. */
const MOST_COMPARED = 1000;

/**
 * Published practices that share concepts with practice `id`, with the concepts shared, in no order: how alike they are the rule
 * says. All there are while each of the concepts has few practices; beyond that as much work for a million practices as for some
 * thousands, and at most a thousand of them. One that shares nothing but a dimension is not looked for.
 */
export async function sharingConcepts(db: Database, id: number): Promise<RelatedCandidate[]> {
  const { rows } = await sql<RelatedCandidate>`
    with mine as (
      select concept_id from practice_concept where practice_id = ${id}
    ), near as (
      select mine.concept_id, other.practice_id, count(*) over (partition by mine.concept_id) as spread
      from mine cross join lateral (
        select pc.practice_id from practice_concept as pc
        join practice as p on p.id = pc.practice_id and p.state = 'published'
        where pc.concept_id = mine.concept_id and pc.practice_id <> ${id}
        order by pc.practice_id desc limit ${MOST_OF_A_CONCEPT}
      ) as other
      where mine.concept_id not like 'dimension:%'
    ), compared as (
      select practice_id from near
      group by practice_id order by min(spread), count(*) desc, practice_id desc limit ${MOST_COMPARED}
    )
    select compared.practice_id as id, array_agg(theirs.concept_id order by theirs.position) as shared
    from compared
    join practice_concept as theirs on theirs.practice_id = compared.practice_id
    join mine on mine.concept_id = theirs.concept_id
    group by compared.practice_id`.execute(db);
  return rows;
}
