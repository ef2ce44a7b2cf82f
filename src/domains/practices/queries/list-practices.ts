import { placesById } from '#domains/places/index.ts';
import { conceptsIn } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { markMatches, type SearchResult, type Segment } from '#services/search/index.ts';
import { facetNames, type FacetName, type PracticeCard, type PracticeFilters } from '../model.ts';
import { loosenings, type Loosening } from '../rules/loosen.ts';
import { facetLabels } from './facet-labels.ts';
import { pageSize, searchPractices } from './search-practices.ts';
import { waysOut } from './ways-out.ts';
import { practiceCards } from './practice-cards.ts';

export { pageSize };

export type FacetValue = { code: string; label: string; count: number; isChosen: boolean };
export type FacetView = { name: FacetName; values: FacetValue[] };
export type ListedPractice = PracticeCard & { markedTitle: Segment[]; markedTeaser: Segment[] };

export type PracticeList = {
  filters: PracticeFilters;
  total: number;
  pageCount: number;
  practices: ListedPractice[];
  facets: FacetView[];
  /** What can be taken back, when nothing was found. */
  loosenings: Loosening[];
  /** Words were typed that find nothing by themselves: their spelling may be to blame. */
  areWordsUnknown: boolean;
  /** Nothing was found in the reader's language and English, so every language was asked. */
  isWidened: boolean;
  /** Concepts by id, for the cards' tags. */
  conceptLabels: Record<string, string>;
};

/** Published practices under the reader's filters, with counts that are true under the other facets. At most four SQL statements, and one more where a town is chosen. */
export async function listPractices(
  db: Database,
  filters: PracticeFilters,
  language: Language,
): Promise<PracticeList> {
  const concepts = await conceptsIn(db, language);
  const chosenPlaces = await placesById(db, filters.facets.place);
  const found = await searchPractices(db, filters, language);
  const { result, asked } = found;
  const practices = await practiceCards(db, result.refs, language);
  const mark = (text: string, of: Language) => markMatches(text, of, filters.q, asked);
  const ways = result.total === 0 ? await waysOut(db, filters, found) : undefined;
  return {
    filters,
    total: result.total,
    pageCount: Math.max(1, Math.ceil(result.total / pageSize)),
    practices: practices.map((card) => ({
      ...card,
      markedTitle: mark(card.title, card.language),
      markedTeaser: mark(card.teaser, card.language),
    })),
    facets: facetViews(filters, result, facetLabels(concepts, chosenPlaces.values(), language)),
    loosenings: ways ? loosenings(filters, ways) : [],
    areWordsUnknown: ways?.areWordsUnknown ?? false,
    isWidened: asked.length > 2,
    conceptLabels: Object.fromEntries(concepts.map(({ id, label }) => [id, label])),
  };
}

function facetViews(
  filters: PracticeFilters,
  { counts }: SearchResult,
  { labelOf, sortValues }: ReturnType<typeof facetLabels>,
): FacetView[] {
  return facetNames.map((name) => {
    const chosen = filters.facets[name];
    // A map, since a chosen code comes from an address and may be called "constructor".
    const found = new Map(Object.entries(counts[name] ?? {}));
    // All towns would be longer than the list: one is chosen by a link to it, and stands here only then.
    const offered = name === 'place' ? [] : found.keys();
    const codes = [...new Set([...offered, ...chosen])];
    const values = codes.map((code) => ({
      code,
      label: labelOf(name, code),
      count: found.get(code) ?? 0,
      isChosen: chosen.includes(code),
    }));
    return { name, values: sortValues(name, values) };
  });
}
