import { placesById } from '#domains/places/index.ts';
import { vocabularyWords } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { markMatches, type SearchResult, type Segment } from '#services/search/index.ts';
import { facetNames, type FacetName, type PracticeCard, type PracticeFilters } from '../model.ts';
import { loosenings, type Loosening } from '../rules/loosen.ts';
import { facetLabels } from './facet-labels.ts';
import { pageSize, searchPractices } from './search-practices.ts';
import { practiceCards } from './practice-cards.ts';

export { pageSize };

export type FacetValue = { code: string; label: string; count: number; isChosen: boolean };
export type FacetView = { name: FacetName; values: FacetValue[] };
export type ListedPractice = PracticeCard & {
  markedTitle: Segment[];
  markedTeaser: Segment[];
  /** Notions by which it was found, in the reader's language, where it does not hold the words themselves. */
  foundThrough: string[];
};

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
  /** There are more: `total` and the counts are of the best. */
  isCapped: boolean;
  /** How many answer every word; fewer than `total` where near ones were added. */
  exactTotal: number;
  /** The reader's words as they were probably meant. */
  correction: string | null;
  /** Concepts by id, for the cards' tags. */
  conceptLabels: Record<string, string>;
};

/** Published practices under the reader's filters, with counts that are true under the other facets. At most four SQL statements, and one more where a town is chosen. */
export async function listPractices(
  db: Database,
  filters: PracticeFilters,
  language: Language,
): Promise<PracticeList> {
  const { concepts, labels } = await vocabularyWords(db, language);
  const chosenPlaces = await placesById(db, filters.facets.place);
  const result = await searchPractices(db, filters, language);
  const through = new Map(result.hits.map((hit) => [hit.ref, hit.through]));
  const practices = await practiceCards(db, result.refs, language);
  const mark = (text: string, of: Language) => markMatches(text, of, result.sought);
  return {
    filters,
    total: result.total,
    pageCount: Math.max(1, Math.ceil(result.total / pageSize)),
    practices: practices.map((card) => ({
      ...card,
      markedTitle: mark(card.title, card.language),
      markedTeaser: mark(card.teaser, card.language),
      foundThrough: (through.get(card.id) ?? []).flatMap((id) => labels.get(id) ?? []),
    })),
    facets: facetViews(filters, result, facetLabels(concepts, chosenPlaces.values(), language)),
    loosenings: result.total === 0 ? loosenings(filters, result) : [],
    areWordsUnknown: filters.q !== '' && result.total === 0 && result.withoutFacets === 0,
    isCapped: result.isCapped,
    exactTotal: result.exactTotal,
    correction: result.correction,
    conceptLabels: Object.fromEntries(concepts.map(({ id, label }) => [id, label])),
  };
}

/** The facets as a reader chooses from them. */
export function facetViews(
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
