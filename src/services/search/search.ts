import type { QueryExecutorProvider } from 'kysely';
import type { Language } from '#services/i18n/languages.ts';
import { toTsquery } from './query.ts';
import { searchStatement, type Sort } from './search-statement.ts';

/** What is asked; everything but `kind` and `facetNames` may come unchecked from an address. */
export interface SearchRequest {
  readonly kind: string;
  /** The reader's words; empty, or without a letter or number, finds everything. */
  readonly text: string;
  /** The languages in which the words are understood. */
  readonly languages: readonly Language[];
  /** The codes chosen, by facet: or within a facet, and between. Facets outside `facetNames` are ignored. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** The facets to count. */
  readonly facetNames: readonly string[];
  readonly sort: Sort;
  readonly limit: number;
  readonly offset: number;
}

/** What was found. */
export interface SearchResult {
  /** All matches, not only this page's. */
  readonly total: number;
  /** This page's documents, in order. */
  readonly refs: number[];
  /** By facet: how many more would be found without any choice in it. Zeroes are left out. */
  readonly missedBy: Readonly<Record<string, number>>;
  /**
   * By facet and code: how many would be found with this value chosen, under the other facets' choice. Zeroes
   * are left out.
   */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** More values of one facet than any page offers. */
const MOST_VALUES = 100;

const wholeNumber = (value: number) => Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.trunc(value) || 0));

/** Searches one kind of document, in one SQL statement. Safe with any text, facet, value, limit or offset. */
export async function search(db: QueryExecutorProvider, request: SearchRequest): Promise<SearchResult> {
  const { facets, facetNames } = request;
  const selection = facetNames
    .map(
      (facet) =>
        [facet, Object.hasOwn(facets, facet) ? (facets[facet] ?? []).slice(0, MOST_VALUES) : []] as const,
    )
    .filter(([, codes]) => codes.length > 0);
  const { rows } = await searchStatement({
    kind: request.kind,
    tsquery: toTsquery(request.text, request.languages),
    selection,
    facetNames,
    sort: request.sort,
    limit: wholeNumber(request.limit),
    offset: wholeNumber(request.offset),
  }).execute(db);
  const answer = rows[0];
  if (answer === undefined) throw new Error('The search statement gave no row.');
  // fromEntries, not assignment: a code may be called "__proto__".
  const counts = facetNames.map((name) => {
    const ofFacet = answer.counts.filter(({ facet }) => facet === name);
    return [name, Object.fromEntries(ofFacet.map(({ code, n }) => [code, n]))] as const;
  });
  const missedBy = Object.fromEntries(answer.missedBy.map(({ facet, n }) => [facet, n]));
  return { total: answer.total, refs: answer.refs, missedBy, counts: Object.fromEntries(counts) };
}
