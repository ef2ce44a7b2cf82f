import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { ThesaurusConcept } from '../model.ts';

/** All concepts of all schemes with every word for them, and what is next broader. */
export async function thesaurusConcepts(db: Database): Promise<ThesaurusConcept[]> {
  const rows = await db
    .selectFrom('concept as c')
    .select([
      'c.id',
      sql<
        string[]
      >`array(select b.broader_id from concept_broader b where b.concept_id = c.id order by 1)`.as('broader'),
      sql<Record<string, string[]>>`(
        select coalesce(json_object_agg(l.language, l.label || coalesce(t.synonyms || t.spoken, '{}')), '{}')
        from concept_label l left join concept_term t using (concept_id, language)
        where l.concept_id = c.id)`.as('terms'),
    ])
    .orderBy('c.id')
    .execute();
  return rows;
}

/** Labels of concepts by id, topics included, in a language. */
export async function labelsIn(db: Database, language: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('concept_label')
    .select(['concept_id as id', 'label'])
    .where('language', '=', language)
    .execute();
  return new Map(rows.map(({ id, label }) => [id, label]));
}
