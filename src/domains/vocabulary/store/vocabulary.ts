import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import { defaultLanguage, type Language } from '#services/i18n/languages.ts';
import {
  topicScheme,
  type ChallengeDimension,
  type Concept,
  type ConceptId,
  type Scheme,
  type SchemeId,
} from '../model.ts';

/** All concepts but the topics in the vocabularies' order, labelled in the language (in English where it has no label). */
export async function conceptsIn(db: Database, language: Language): Promise<Concept[]> {
  const rows = await db
    .selectFrom('concept as c')
    .innerJoin('concept_scheme as s', 's.id', 'c.scheme_id')
    .innerJoin('concept_label as en', (join) =>
      join.onRef('en.concept_id', '=', 'c.id').on('en.language', '=', defaultLanguage),
    )
    .leftJoin('concept_label as own', (join) =>
      join.onRef('own.concept_id', '=', 'c.id').on('own.language', '=', language),
    )
    .select(['c.id', 'c.scheme_id as schemeId', 'c.code'])
    .select(sql<boolean>`c.retired_at is not null`.as('isRetired'))
    // Within a scheme a concept has one broader one at most.
    .select(
      sql<
        string | null
      >`(select b.broader_id from concept_broader b where b.concept_id = c.id order by 1 limit 1)`.as(
        'broaderId',
      ),
    )
    .select((eb) => [
      eb.fn.coalesce('own.label', 'en.label').as('label'),
      eb.fn.coalesce('own.scope_note', 'en.scope_note').as('scopeNote'),
    ])
    .where('c.scheme_id', '!=', topicScheme)
    .orderBy('s.position')
    .orderBy('c.position')
    .execute();
  return rows as Concept[];
}

/** Every label of every concept: what a document that carries the concept can be found by. */
export async function allConceptLabels(
  db: Database,
): Promise<Map<ConceptId, { language: Language; label: string }[]>> {
  const rows = await db.selectFrom('concept_label').select(['concept_id', 'language', 'label']).execute();
  const labels = Map.groupBy(rows, (row) => row.concept_id as ConceptId);
  return new Map(
    [...labels].map(([id, list]) => [
      id,
      list.map(({ language, label }) => ({ language: language as Language, label })),
    ]),
  );
}

export async function schemesIn(db: Database, language: Language): Promise<Omit<Scheme, 'concepts'>[]> {
  const rows = await db
    .selectFrom('concept_scheme as s')
    .innerJoin('concept_scheme_label as l', 'l.scheme_id', 's.id')
    .select(['s.id', 'l.label', 'l.label_plural as labelPlural', 'l.scope_note as scopeNote'])
    .where('l.language', '=', language)
    .where('s.id', '!=', topicScheme)
    .orderBy('s.position')
    .execute();
  return rows.map((row) => ({ ...row, id: row.id as SchemeId }));
}

export async function challengeDimensions(db: Database): Promise<ChallengeDimension[]> {
  const rows = await db
    .selectFrom('challenge_dimension as cd')
    .innerJoin('concept as c', 'c.id', 'cd.challenge_id')
    .innerJoin('concept as d', 'd.id', 'cd.dimension_id')
    .select(['cd.challenge_id as challengeId', 'cd.dimension_id as dimensionId', 'cd.reason'])
    .orderBy('c.position')
    .orderBy('d.position')
    .execute();
  return rows as ChallengeDimension[];
}
