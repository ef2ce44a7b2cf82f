import { sql, type QueryExecutorProvider } from 'kysely';
import { languages, type Language } from '#services/i18n/languages.ts';
import { fold } from './fold.ts';
import { nearStems, type KnownStem, type Nearness } from './near-words.ts';
import type { QueryWord } from './query.ts';
import { stem } from './stem.ts';

/** What the dictionary knows of a reader's word. */
export interface NearWord {
  /** Lexemes near the word, as they stand in documents. */
  readonly lexemes: readonly string[];
  /** The nearest other spelling, for a word that nobody uses; null when the word itself is in use. */
  readonly correction: string | null;
}

interface Sought {
  readonly word: number;
  readonly language: Language | '*';
  readonly stem: string;
}

const MOST_CANDIDATES = 60;
const SHORTEST_PIECE = 4;

/** Beginnings and ends of a word that may be words of their own in a compound. */
function pieces(word: string): string[] {
  const found: string[] = [];
  for (let cut = SHORTEST_PIECE; cut <= word.length - 3; cut += 1)
    found.push(word.slice(0, cut), word.slice(-cut));
  return found;
}

function sought(words: readonly QueryWord[], asked: readonly Language[]): Sought[] {
  return words.flatMap(({ text }, word) => [
    { word, language: '*' as const, stem: fold(text) },
    ...asked.map((language) => ({ word, language, stem: stem(text, language) })),
  ]);
}

/**
 * Looks words up in the dictionary of stems in use, in one statement: other forms, slips of the hand, parts of
 * compounds. In the order of `words`.
 */
export async function lookUpNear(
  db: QueryExecutorProvider,
  words: readonly QueryWord[],
  asked: readonly Language[] = languages,
): Promise<NearWord[]> {
  const all = sought(words, asked).filter((one) => one.stem.length > 2);
  if (all.length === 0) return words.map(() => ({ lexemes: [], correction: null }));
  const { rows } = await sql<KnownStem & { n: number }>`
    select q.n, near.language, near.stem, near.word
    from json_to_recordset(${JSON.stringify(all.map((one, n) => ({ n, ...one, pieces: pieces(one.stem) })))}::json)
      as q (n int, language text, stem text, pieces text[])
    cross join lateral (
      select language, stem, word from search_lexeme where language = q.language and stem = q.stem
      union
      (select language, stem, word from search_lexeme where language = q.language and stem % q.stem
        order by similarity(stem, q.stem) desc, stem limit ${MOST_CANDIDATES})
      union
      (select language, stem, word from search_lexeme where language = q.language
        and length(q.stem) >= ${SHORTEST_PIECE} and (stem like q.stem || '%' or stem like '%' || q.stem)
        order by length(stem), stem limit ${MOST_CANDIDATES})
      union
      select language, stem, word from search_lexeme where language = q.language and stem = any(q.pieces)
    ) as near`.execute(db);
  return words.map((_, word) => {
    const own = all.map((one, n) => ({ ...one, n })).filter((one) => one.word === word);
    const known = own.map((one) => ({ stem: one.stem, found: rows.filter(({ n }) => n === one.n) }));
    const isInUse = known.some((one) => one.found.some(({ stem: other }) => other === one.stem));
    const near = known.flatMap((one) => nearStems(one.stem, one.found));
    return {
      lexemes: [...new Set(near.map(({ language, stem: other }) => `${language}:${other}`))],
      correction: isInUse ? null : spelling(near),
    };
  });
}

/** The word meant, if one was mistyped: a part of a compound corrects nothing. */
function spelling(near: readonly (KnownStem & { nearness: Nearness })[]): string | null {
  return (
    (near.find(({ nearness }) => nearness === 'slip') ?? near.find(({ nearness }) => nearness === 'form'))
      ?.word ?? null
  );
}
