import { sql, type QueryExecutorProvider } from 'kysely';
import { languages, type Language } from '#services/i18n/languages.ts';
import { noConcepts, type ConceptFinder } from './concept-finder.ts';
import { fold } from './fold.ts';
import {
  compounding,
  distance,
  nearStems,
  SHORTEST_PART,
  type KnownStem,
  type Nearness,
  type SoughtStem,
} from './near-words.ts';
import type { QueryWord } from './query.ts';
import { spellingsNearby } from './slips.ts';
import { stem, stemOfGuess } from './stem.ts';
import { isEmptyWord } from './stop-words.ts';

/** What the dictionary knows of a reader's word. */
export interface NearWord {
  /** Lexemes near the word, as they stand in documents. */
  readonly lexemes: readonly string[];
  /** The nearest other spelling, for a word that nobody uses; null when the word itself is in use. */
  readonly correction: string | null;
}

type Sought = SoughtStem & {
  readonly word: number;
  readonly language: Language | '*';
  readonly spellings: readonly { readonly spelling: string; readonly stem: string }[];
};

/** Stems looked at that start or end like the word, of each sort. */
const MOST_CANDIDATES = 200;
const SHORTEST = 3;
/** Spellings tried for one query, in all its languages: some six words. Each is stemmed, and everybody else waits meanwhile. */
const MOST_SPELLINGS = 10_000;

function sought(words: readonly QueryWord[], asked: readonly Language[]): Sought[] {
  let left = MOST_SPELLINGS;
  return words.flatMap(({ text }, word) => {
    const inEach = (['*', ...asked] as const).map(
      (language) => [language, [...spellingsNearby(text, language)]] as const,
    );
    const count = inEach.reduce((sum, [, all]) => sum + all.length, 0);
    const isTried = count <= left;
    if (isTried) left -= count;
    return inEach
      .map(([language, all]) => {
        const spellings = (isTried ? all : []).map((spelling) => ({
          spelling,
          stem: language === '*' ? fold(spelling) : stemOfGuess(spelling, language),
        }));
        const slips = new Set(spellings.map((one) => one.stem));
        const stemmed = language === '*' ? fold(text) : stem(text, language);
        return { word, text, language, stem: stemmed, slips, spellings };
      })
      .filter((one) => one.stem.length >= SHORTEST);
  });
}

/** Beginnings and ends of a word that may be words of their own in a compound. */
function pieces(word: string): string[] {
  const found: string[] = [];
  for (let cut = SHORTEST_PART; cut <= word.length - 3; cut += 1)
    found.push(word.slice(0, cut), word.slice(-cut));
  return found;
}

/** What is looked up for a word in one language: stems as they are, and how others begin and end. */
function lookup({ slips, ...one }: Sought, n: number) {
  const isCompounding = one.language === '*' || compounding.has(one.language);
  const half = Math.max(SHORTEST_PART, Math.ceil(one.stem.length / 2));
  return {
    n,
    language: one.language,
    stem: one.stem,
    stems: [...new Set([one.stem, ...slips, ...(isCompounding ? pieces(one.stem) : [])])],
    start: one.stem.slice(0, half),
    ending: one.stem.slice(-half),
    compounds: isCompounding,
  };
}

/** After all texts that start so, in the order of code points. */
const LAST = '\u{10ffff}';

/**
 * Looks words up in the dictionary of stems in use, in one statement: other forms, slips of the hand, parts of
 * compounds. In the order of `words`. Every branch reads a stretch of an index: the dictionary may be large.
 */
export async function lookUpNear(
  db: QueryExecutorProvider,
  words: readonly QueryWord[],
  asked: readonly Language[] = languages,
  concepts: ConceptFinder = noConcepts,
): Promise<NearWord[]> {
  const all = sought(words, asked);
  if (all.length === 0) return words.map(() => ({ lexemes: [], correction: null }));
  const { rows } = await sql<KnownStem & { n: number }>`
    select q.n, near.language, near.stem, near.word
    from json_to_recordset(${JSON.stringify(all.map(lookup))}::json)
      as q (n int, language text, stem text, stems text[], start text, ending text, compounds boolean)
    cross join lateral (
      select language, stem, word from search_lexeme where language = q.language and stem = any(q.stems)
      union
      (select language, stem, word from search_lexeme
        where language = q.language and stem >= q.start and stem < q.start || ${LAST}
        order by abs(length(stem) - length(q.stem)), stem limit ${MOST_CANDIDATES})
      union
      (select language, stem, word from search_lexeme
        where language = q.language and reverse(stem) >= reverse(q.ending) and reverse(stem) < reverse(q.ending) || ${LAST}
        order by abs(length(stem) - length(q.stem)), stem limit ${MOST_CANDIDATES})
      union
      (select language, stem, word from search_lexeme
        where q.compounds and language = q.language and stem >= q.stem and stem < q.stem || ${LAST}
        order by length(stem), stem limit ${MOST_CANDIDATES})
      union
      (select language, stem, word from search_lexeme
        where q.compounds and language = q.language
          and reverse(stem) >= reverse(q.stem) and reverse(stem) < reverse(q.stem) || ${LAST}
        order by length(stem), stem limit ${MOST_CANDIDATES})
    ) as near`.execute(db);
  const found = new Map<number, KnownStem[]>();
  for (const { n, ...known } of rows) {
    const list = found.get(n);
    if (list) list.push(known);
    else found.set(n, [known]);
  }
  return words.map((_, word) => {
    const own = all.flatMap((one, n) => (one.word === word ? [{ one, known: found.get(n) ?? [] }] : []));
    const isInUse = own.some(({ one, known }) => known.some((other) => other.stem === one.stem));
    const near = own.flatMap(({ one, known }) =>
      nearStems(
        one,
        known.filter(({ language, word }) => language === '*' || !isEmptyWord(word, language)),
      )
        // A word that is in use was hardly mistyped, and of a short stem nearly everything is a slip away.
        .filter((found) => found.nearness !== 'slip' || (!isInUse && isSpelledNear(one, found, concepts)))
        .map((found) => ({ ...found, word: meant(one, found, concepts) })),
    );
    return {
      lexemes: [...new Set(near.map(({ language, stem: other }) => `${language}:${other}`))],
      correction: isInUse ? null : spelling(near),
    };
  });
}

/** Stems up to this long say little by themselves: the words must be a slip apart, not only their stems. */
const SHORT_STEM = 3;
/** Names are spelled without diacritics and unstemmed: short ones lie near every word. */
const SHORT_NAME = 4;

function isSpelledNear(
  { text, language, spellings }: Sought,
  { stem: found, word }: KnownStem,
  concepts: ConceptFinder,
): boolean {
  if (language === '*') return found.length > SHORT_NAME;
  if (found.length > SHORT_STEM || distance(fold(text), fold(word), 1) <= 1) return true;
  return spellings.some((one) => one.stem === found && concepts.isWord(one.spelling, language));
}

/** The word that the reader probably meant: the one kept for the stem, unless only another known word of that stem is a slip away. */
function meant(
  { language, spellings }: Sought,
  { stem: found, word }: KnownStem,
  concepts: ConceptFinder,
): string {
  const isSlipAway = spellings.some(({ spelling }) => fold(spelling) === fold(word));
  if (isSlipAway || language === '*') return word;
  const alike = spellings.filter((one) => one.stem === found);
  return alike.find(({ spelling }) => concepts.isWord(spelling, language))?.spelling ?? word;
}

/** The word meant, if one was mistyped: a part of a compound corrects nothing. */
function spelling(near: readonly (KnownStem & { nearness: Nearness })[]): string | null {
  return (
    (near.find(({ nearness }) => nearness === 'slip') ?? near.find(({ nearness }) => nearness === 'form'))
      ?.word ?? null
  );
}
