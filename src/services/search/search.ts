import type { QueryExecutorProvider } from 'kysely';
import { languages as allLanguages, type Language } from '#services/i18n/languages.ts';
import { noConcepts, type ConceptFinder } from './concept-finder.ts';
import { lookUpNear, type NearWord } from './near-lookup.ts';
import { exactQuestion, nearQuestion, type Meaning } from './question.ts';
import { readInPlaces, readQuery, type Query } from './query.ts';
import { EXACT_FIRST, fieldWeights, STANDING_LIFT } from './ranking.ts';
import { readAnswer, type Found } from './read-answer.ts';
import { searchStatement, type Sort } from './search-statement.ts';
import { noStatistics, type Statistics } from './statistics.ts';
import { tokens } from './tokens.ts';

/** What is asked; everything but `kind` and `facetNames` may come unchecked from an address. */
export interface SearchRequest {
  readonly kind: string;
  /** The reader's words; empty, or without a letter or number, finds everything. */
  readonly text: string;
  /** The languages in which the words are understood first; all of them when little is found. */
  readonly languages: readonly Language[];
  /** The codes chosen, by facet: or within a facet, and between. Facets outside `facetNames` are ignored. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** The facets to count. */
  readonly facetNames: readonly string[];
  readonly sort: Sort;
  readonly limit: number;
  readonly offset: number;
  /** Finds the notions in the words. */
  readonly concepts?: ConceptFinder;
  /** What the last rebuild found out about the kind. */
  readonly statistics?: Statistics;
  /** Most matches that are ranked and counted; 6,500 unless told. */
  readonly cap?: number;
  /** A facet of which every match is counted, above the cap too, and `total` with it: that takes time for each match. */
  readonly exactFacet?: string;
}

/** Why a document was found beside its own words. */
export interface Hit {
  readonly ref: number;
  /** Concepts of the query that it carries, for words it does not hold themselves. */
  readonly through: readonly string[];
}

/** What was found. */
export interface SearchResult {
  /** All matches, not only this page's; at most the cap. */
  readonly total: number;
  /** There are more than the cap: `total` and counts are of the best in standing. */
  readonly isCapped: boolean;
  /** This page's documents, in order. */
  readonly refs: number[];
  readonly hits: readonly Hit[];
  /** By facet: how many more would be found without any choice in it. Zeroes are left out. */
  readonly missedBy: Readonly<Record<string, number>>;
  /**
   * By facet and code: how many would be found with this value chosen, under the other facets' choice. Zeroes
   * are left out.
   */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Where nothing was found: how many the facets find without the words, and the words without the facets. */
  readonly withoutWords: number;
  readonly withoutFacets: number;
  /** How many hold every word or its notion; fewer than `total` when near ones were added. */
  readonly exactTotal: number;
  /** The lexemes by which words of a text are marked as found. */
  readonly sought: ReadonlySet<string>;
  /** The reader's words with mistyped ones corrected; null when there is nothing to correct. */
  readonly correction: string | null;
}

const ranking = { fields: fieldWeights, lift: STANDING_LIFT, firstBonus: EXACT_FIRST };

/**
 * Searches one kind of document: one SQL statement, three when little is found, four when still little is. Safe with any text, facet,
 * value, limit or offset.
 */
export async function search(db: QueryExecutorProvider, request: SearchRequest): Promise<SearchResult> {
  const { concepts = noConcepts, statistics = noStatistics } = request;
  const query = readQuery(request.text, request.languages, concepts);
  const meaning: Meaning = { query, concepts, statistics };
  const exact = await ask(db, request, exactQuestion(request, meaning));
  if (exact.isEnough) return result(query, exact, exact.total, [], null);

  // Words that few practices have may be mistyped, be parts of compounds, or belong to another language.
  const near = await lookUpNear(db, query.words, request.languages, concepts);
  const wide = readInPlaces(widened(query, near), allLanguages, concepts);
  const strict = await ask(db, request, nearQuestion(request, meaning, near, wide, false));
  const found = strict.isEnough
    ? strict
    : await ask(db, request, nearQuestion(request, meaning, near, wide, true));
  const correction = exact.total === 0 && found.total > 0 ? corrected(request.text, query, near) : null;
  return result(
    query,
    found,
    exact.total,
    [...near.flatMap(({ lexemes }) => lexemes), ...lexemesOf(wide)],
    correction,
  );
}

async function ask(
  db: QueryExecutorProvider,
  request: SearchRequest,
  question: ReturnType<typeof exactQuestion>,
): Promise<Found> {
  const { rows } = await searchStatement(question, ranking).execute(db);
  const answer = rows[0];
  if (answer === undefined) throw new Error('The search statement gave no row.');
  return readAnswer(answer, question, request.facetNames);
}

const lexemesOf = (query: Query): string[] => query.words.flatMap(({ lexemes }) => lexemes);

/** The words with mistyped ones beside their corrections, to find the notions that were meant. */
function widened(query: Query, near: readonly NearWord[]): string[] {
  return query.words.map(({ text }, place) => near[place]?.correction ?? text);
}

function corrected(text: string, query: Query, near: readonly NearWord[]): string | null {
  const typed = text.normalize('NFC');
  const places = new Map(query.words.map(({ text: word }, place) => [word, place]));
  let better = '';
  let done = 0;
  for (const { text: word, start, end } of tokens(typed)) {
    const correction = near[places.get(word) ?? -1]?.correction ?? typed.slice(start, end);
    better += typed.slice(done, start) + correction;
    done = end;
  }
  better += typed.slice(done);
  return better === typed ? null : better;
}

function result(
  query: Query,
  found: Found,
  exactTotal: number,
  near: readonly string[],
  correction: string | null,
): SearchResult {
  const { hits, isEnough: _, ...rest } = found;
  return {
    ...rest,
    refs: hits.map(({ ref }) => ref),
    hits,
    exactTotal,
    sought: new Set([...lexemesOf(query), ...near]),
    correction,
  };
}
