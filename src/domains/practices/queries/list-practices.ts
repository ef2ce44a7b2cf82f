import { placesById } from '#domains/places/index.ts';
import { conceptsIn } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { defaultLanguage, languages, type Language } from '#services/i18n/index.ts';
import { markMatches, search, type SearchResult, type Segment } from '#services/search/index.ts';
import { practiceKind } from '../commands/index-practices.ts';
import { facetNames, type FacetName, type PracticeCard, type PracticeFilters } from '../model.ts';
import { loosenings, type Loosening } from '../rules/loosen.ts';
import { facetLabels } from './facet-labels.ts';
import { practiceCards } from './practice-cards.ts';

export const pageSize = 24;

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
  const { result, asked } = await searchOwnThenAll(db, filters, language);
  const practices = await practiceCards(db, result.refs, language);
  const mark = (text: string, of: Language) => markMatches(text, of, filters.q, asked);
  const isUnfruitful = result.total === 0 && filters.q !== '' && hasFacets(filters);
  const withoutWords = isUnfruitful ? (await ask(db, { ...filters, q: '' }, [])).total : 0;
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
    loosenings: result.total === 0 ? loosenings(filters, result.missedBy, withoutWords) : [],
    isWidened: asked.length > 2,
    conceptLabels: Object.fromEntries(concepts.map(({ id, label }) => [id, label])),
  };
}

function hasFacets(filters: PracticeFilters): boolean {
  return Object.values(filters.facets).some((codes) => codes.length > 0);
}

/** The reader's language and English first; every language only when these find nothing, since words of one language mean others in another. */
async function searchOwnThenAll(db: Database, filters: PracticeFilters, language: Language) {
  const own = [...new Set([language, defaultLanguage])];
  const result = await ask(db, filters, own);
  // What one facet alone keeps away was found by these words, so they mean something here.
  const wordsAreKnown = result.total > 0 || Object.keys(result.missedBy).length > 0;
  if (wordsAreKnown || filters.q === '') return { result, asked: own };
  const widened = await ask(db, filters, languages);
  return widened.total > 0 ? { result: widened, asked: [...languages] } : { result, asked: own };
}

function ask(db: Database, filters: PracticeFilters, asked: readonly Language[]): Promise<SearchResult> {
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
