import type { Database } from '#platform/database/connect.ts';
import { defaultLanguage, languages, type Language } from '#services/i18n/index.ts';
import { search, type SearchResult } from '#services/search/index.ts';
import { practiceKind } from '../commands/index-practices.ts';
import { facetNames, type PracticeFilters } from '../model.ts';

export const pageSize = 24;

/** What was found, and in which languages the words were understood. */
export type Found = {
  result: SearchResult;
  /** The reader's own languages: theirs and English. */
  own: readonly Language[];
  /** Those asked for this result: `own`, or all. */
  asked: readonly Language[];
  /** By facet: how many more there are in the reader's own languages without it. */
  missedBy: SearchResult['missedBy'];
  /** The same in every language, where the reader's own find and miss nothing. */
  missedElsewhere: SearchResult['missedBy'];
};

/**
 * The reader's language and English decide; every language is asked when the words find nothing in these, since words of one language mean
 * others in another. Under several facets every language is asked first: where that finds nothing and misses nothing by one facet, neither
 * would two languages, and the statement saved is left for the ways out.
 */
export async function searchPractices(
  db: Database,
  filters: PracticeFilters,
  language: Language,
): Promise<Found> {
  const own = [...new Set([language, defaultLanguage])];
  const nothing = { own, asked: own, missedBy: {}, missedElsewhere: {} };
  const hasWords = filters.q !== '';
  const early = hasWords && chosenFacets(filters) > 1 ? await ask(db, filters, languages) : undefined;
  if (early && isFruitless(early)) return { ...nothing, result: early };

  const result = await ask(db, filters, own);
  // What one facet alone keeps away was found by these words, so they mean something here.
  if (!hasWords || !isFruitless(result)) return { ...nothing, result, missedBy: result.missedBy };
  const widened = early ?? (await ask(db, filters, languages));
  return widened.total > 0
    ? { ...nothing, result: widened, asked: languages }
    : { ...nothing, result, missedElsewhere: widened.missedBy };
}

/** How many facets a choice was made in. */
export function chosenFacets(filters: PracticeFilters): number {
  return Object.values(filters.facets).filter((codes) => codes.length > 0).length;
}

function isFruitless({ total, missedBy }: SearchResult): boolean {
  return total === 0 && Object.keys(missedBy).length === 0;
}

/** Asks the one search for practices, in one statement. */
export function ask(
  db: Database,
  filters: PracticeFilters,
  asked: readonly Language[],
): Promise<SearchResult> {
  return search(db, {
    kind: practiceKind,
    text: filters.q,
    languages: asked,
    facets: filters.facets,
    facetNames,
    sort: filters.sort,
    limit: pageSize,
    offset: (filters.page - 1) * pageSize,
  });
}
