import { sql, type QueryExecutorProvider } from 'kysely';
import type { Language } from '#services/i18n/languages.ts';
import { termStems } from './concept-finder.ts';
import { allOf, anyOf, conceptLexeme, operand } from './tsquery.ts';

/**
 * The numbers of a kind's documents, ascending, that a change of the thesaurus concerns: those that hold one of these notions now, and
 * those that hold all telling words of one of these terms in its language (somewhere: a few too many, none too few).
 */
export async function documentsConcerned(
  db: QueryExecutorProvider,
  kind: string,
  {
    concepts,
    words,
  }: {
    concepts: readonly string[];
    words: readonly { readonly language: Language; readonly text: string }[];
  },
): Promise<number[]> {
  const query = anyOf([
    ...concepts.map((id) => operand(conceptLexeme(id))),
    ...words.map(({ language, text }) => allOf(termStems(text, language).map(lexemeOf(language)))),
  ]);
  if (query === null) return [];
  const { rows } = await sql<{ ref: number }>`
    select ref from search_document where kind = ${kind} and tsv @@ ${query}::tsquery order by ref`.execute(
    db,
  );
  return rows.map(({ ref }) => ref);
}

/** Stems lie in the index under their language. */
const lexemeOf = (language: Language) => (stem: string) => operand(`${language}:${stem}`);
