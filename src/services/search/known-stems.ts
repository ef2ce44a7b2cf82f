import { sql, type QueryExecutorProvider } from 'kysely';
import type { Language } from '#services/i18n/languages.ts';
import type { ConceptTerms } from './concept-finder.ts';
import type { SearchDocument } from './document.ts';
import { fold } from './fold.ts';
import type { KnownStem } from './near-words.ts';
import { stem } from './stem.ts';
import { tokens } from './tokens.ts';

type Words = Map<string, KnownStem>;

function add(words: Words, text: string, language: Language | null): void {
  for (const { text: word } of tokens(text)) {
    const found = language === null ? fold(word) : stem(word, language);
    const known = { language: language ?? ('*' as const), stem: found, word };
    if (found.length > 1) words.set(`${known.language}:${found}`, known);
  }
}

/** The stems of documents, each with a word that it came from. */
export function stemsOfDocuments(documents: readonly SearchDocument[]): KnownStem[] {
  const words: Words = new Map();
  for (const { titles, texts } of documents) {
    for (const [language, title] of Object.entries(titles)) add(words, title, language as Language);
    for (const { language, text } of texts) add(words, text ?? '', language);
  }
  return [...words.values()];
}

/** The stems of a thesaurus: a reader's slip in one of its words leads to its concept too. */
export function stemsOfConcepts(concepts: readonly ConceptTerms[]): KnownStem[] {
  const words: Words = new Map();
  for (const { terms } of concepts) {
    for (const [language, list] of Object.entries(terms))
      for (const term of list) add(words, term, language as Language);
  }
  return [...words.values()];
}

const longest = 100;

/** Adds stems to the dictionary of lexemes in use; those known stay as they are. */
export async function learnStems(db: QueryExecutorProvider, stems: readonly KnownStem[]): Promise<void> {
  for (let first = 0; first < stems.length; first += 20_000) {
    const part = stems.slice(first, first + 20_000);
    await sql`
      insert into search_lexeme (language, stem, word)
      select * from unnest(${part.map(({ language }) => language)}::text[], ${part.map((known) => known.stem)}::text[],
        ${part.map(({ word }) => word.slice(0, longest))}::text[]) as fresh (language, stem, word)
      where not exists (select from search_lexeme as known where known.language = fresh.language and known.stem = fresh.stem)
      order by language, stem
      on conflict do nothing`.execute(db);
  }
}
