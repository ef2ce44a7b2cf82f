import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { RelatedCandidate } from '../rules/related.ts';

/** Published practices that share the most concepts with practice `id`, with the concepts shared. */
export async function sharingConcepts(db: Database, id: number, limit: number): Promise<RelatedCandidate[]> {
  const rows = await db
    .selectFrom('practice_concept as mine')
    .innerJoin('practice_concept as theirs', 'theirs.concept_id', 'mine.concept_id')
    .innerJoin('practice as p', 'p.id', 'theirs.practice_id')
    .select(['p.id', sql<string[]>`array_agg(theirs.concept_id order by theirs.position)`.as('shared')])
    .where('mine.practice_id', '=', id)
    .where('p.id', '!=', id)
    .where('p.state', '=', 'published')
    .groupBy('p.id')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('p.id')
    .limit(limit)
    .execute();
  return rows as RelatedCandidate[];
}
