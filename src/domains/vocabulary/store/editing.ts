import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import { languages, type Language } from '#services/i18n/languages.ts';
import type { ConceptWords, EditedConcept } from '../model.ts';
import type { BroaderEdge } from '../rules/broader.ts';
import type { OtherLabel } from '../rules/concept-checks.ts';

// Any fixed number: who changes the vocabulary, and who indexes practices by it.
const vocabularyLock = 7_120_604_519;

/** One change of the vocabulary after the other: what is checked against other concepts holds until it is written. */
export async function lockVocabulary(trx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(${vocabularyLock})`.execute(trx);
}

/** The vocabulary stays as it is until the end of the transaction; others may hold it so too. */
export async function holdVocabulary(trx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${vocabularyLock})`.execute(trx);
}

/** The number of the newest edit, by the log; null without any. The same number later: no concept was edited since. */
export async function newestEdit(db: Database): Promise<number | null> {
  const { seq } = await db
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('act', 'in', ['concept.save', 'concept.add', 'concept.merge', 'concept.retire', 'concept.offer'])
    .executeTakeFirstOrThrow();
  return seq as number | null;
}

type WordsRow = { language: string } & ConceptWords;

const edited = (db: Database) =>
  db
    .selectFrom('concept as c')
    .select(['c.id', 'c.scheme_id as schemeId', 'c.code'])
    .select([
      sql<boolean>`c.retired_at is not null`.as('isRetired'),
      sql<
        string[]
      >`array(select b.broader_id from concept_broader b where b.concept_id = c.id order by 1)`.as('broader'),
      sql<WordsRow[]>`(
        select coalesce(json_agg(json_build_object('language', l.language, 'label', l.label, 'scopeNote', l.scope_note,
          'synonyms', coalesce(t.synonyms, '{}'), 'spoken', coalesce(t.spoken, '{}'))), '[]')
        from concept_label l left join concept_term t using (concept_id, language) where l.concept_id = c.id)`.as(
        'rows',
      ),
    ]);

/** A concept with all its words; undefined where there is none of this id. */
export async function editedConcept(db: Database, id: string): Promise<EditedConcept | undefined> {
  const found = await edited(db).where('c.id', '=', id).executeTakeFirst();
  if (!found) return undefined;
  const { rows, ...concept } = found;
  const byLanguage = new Map(rows.map(({ language, ...words }) => [language, words]));
  const empty = (): ConceptWords => ({ label: '', scopeNote: '', synonyms: [], spoken: [] });
  const words = Object.fromEntries(
    languages.map((language) => [language, byLanguage.get(language) ?? empty()]),
  ) as Record<Language, ConceptWords>;
  return { ...concept, schemeId: concept.schemeId as EditedConcept['schemeId'], words };
}

/** The concept, held until the transaction ends: what would refer to it waits. */
export async function holdConcepts(trx: Database, ids: readonly string[]): Promise<void> {
  await trx.selectFrom('concept').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

/** Which of these concepts there are, with their schemes. */
export async function schemesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('concept').select(['id', 'scheme_id']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.scheme_id]));
}

/** All labels of the other concepts of a scheme. */
export async function otherLabels(db: Database, schemeId: string, id: string): Promise<OtherLabel[]> {
  const rows = await db
    .selectFrom('concept_label as l')
    .innerJoin('concept as c', 'c.id', 'l.concept_id')
    .select(['l.concept_id as conceptId', 'l.language', 'l.label'])
    .where('c.scheme_id', '=', schemeId)
    .where('c.id', '!=', id)
    .execute();
  return rows as OtherLabel[];
}

export async function broaderEdges(db: Database): Promise<BroaderEdge[]> {
  return db
    .selectFrom('concept_broader')
    .select(['concept_id as conceptId', 'broader_id as broaderId'])
    .orderBy('concept_id')
    .orderBy('broader_id')
    .execute();
}

/** Codes that a scheme has, had, or that the seed has put there: none of them is given out again. */
export async function takenCodes(db: Database, schemeId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from concept where scheme_id = ${schemeId}
    union select id from concept_former_id where id like ${`${schemeId}:%`}
    union select row_key from seed_row where table_name = 'concept' and row_key like ${`${schemeId}:%`}`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id.slice(schemeId.length + 1)));
}

/** What concepts that were merged are now, by their former ids. */
export async function formerIds(db: Database): Promise<Map<string, string>> {
  const rows = await db.selectFrom('concept_former_id').select(['id', 'concept_id as conceptId']).execute();
  return new Map(rows.map(({ id, conceptId }) => [id, conceptId]));
}
