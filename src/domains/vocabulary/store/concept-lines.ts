import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import { defaultLanguage, languages, type Language } from '#services/i18n/languages.ts';
import type { EditedScheme } from '../model.ts';

/** A concept as the list of the editor shows it. */
export type ConceptLine = {
  id: string;
  schemeId: EditedScheme;
  label: string;
  /** In which language the label is: the reader's, or English. */
  labelLanguage: Language;
  isRetired: boolean;
  missing: Language[];
  /** Synonyms and spoken variants in all languages. */
  terms: number;
};

export const CONCEPTS_PAGE_SIZE = 50;

/** What stands for itself in a LIKE. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

type Question = {
  scheme: EditedScheme | null;
  missing: Language | null;
  text: string;
  page: number;
};

/** Concepts in the order of their schemes; of `text` every word must stand in their id or among their words of one language. */
export async function conceptLines(
  db: Database,
  language: Language,
  { scheme, missing, text, page }: Question,
): Promise<{ concepts: ConceptLine[]; total: number }> {
  const words = text.split(' ').filter((word) => word !== '');
  const conditions = [
    sql`true`,
    ...(scheme === null ? [] : [sql`c.scheme_id = ${scheme}`]),
    ...(missing === null
      ? []
      : [
          sql`not exists (select from concept_label l where l.concept_id = c.id and l.language = ${missing})`,
        ]),
    ...words.map((word) => {
      const like = `%${literal(word)}%`;
      return sql`(c.id ilike ${like} or exists (
        select from concept_label l left join concept_term t using (concept_id, language) where l.concept_id = c.id
          and (l.label ilike ${like} or array_to_string(t.synonyms || t.spoken, ' ') ilike ${like})))`;
    }),
  ];
  const where = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const rows = await db
    .selectFrom('concept as c')
    .innerJoin('concept_scheme as s', 's.id', 'c.scheme_id')
    .where(where)
    .select(['c.id', 'c.scheme_id as schemeId'])
    .select([
      sql<boolean>`c.retired_at is not null`.as('isRetired'),
      sql<
        string | null
      >`(select label from concept_label where concept_id = c.id and language = ${language})`.as('own'),
      sql<
        string | null
      >`(select label from concept_label where concept_id = c.id and language = ${defaultLanguage})`.as(
        'english',
      ),
      sql<string[]>`array(select language from concept_label where concept_id = c.id)`.as('known'),
      sql<number>`(select coalesce(sum(cardinality(synonyms) + cardinality(spoken)), 0)::int
        from concept_term where concept_id = c.id)`.as('terms'),
    ])
    .orderBy('s.position')
    .orderBy('c.position')
    .orderBy('c.id')
    .limit(CONCEPTS_PAGE_SIZE)
    .offset((page - 1) * CONCEPTS_PAGE_SIZE)
    .execute();
  const { total } = await db
    .selectFrom('concept as c')
    .where(where)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const concepts = rows.map(({ own, english, known, ...row }) => ({
    ...row,
    schemeId: row.schemeId as EditedScheme,
    label: own ?? english ?? row.id,
    labelLanguage: own === null ? defaultLanguage : language,
    missing: languages.filter((each) => !known.includes(each)),
  }));
  return { concepts, total };
}

/** Every concept of a scheme with its label in the language, for a choice. */
export async function choicesOf(
  db: Database,
  schemeId: string,
  language: Language,
): Promise<{ id: string; label: string }[]> {
  const rows = await db
    .selectFrom('concept as c')
    .where('c.scheme_id', '=', schemeId)
    .select('c.id')
    .select(
      sql<string>`coalesce(
        (select label from concept_label where concept_id = c.id and language = ${language}),
        (select label from concept_label where concept_id = c.id and language = ${defaultLanguage}), c.code)`.as(
        'label',
      ),
    )
    .execute();
  return rows;
}
