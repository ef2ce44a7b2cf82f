import { placeName, placesById, type Place } from '#domains/places/index.ts';
import { vocabularyWords } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { compareIn, type Language } from '#services/i18n/index.ts';
import { noFilters } from '../forms/list-filters.ts';
import type { PracticeFilters } from '../model.ts';
import { loosenings } from '../rules/loosen.ts';
import { facetLabels } from './facet-labels.ts';
import { facetViews, type PracticeList } from './list-practices.ts';
import { searchPractices } from './search-practices.ts';

/** A place with the number of practices found there; `name` is the reader's. */
export type PlaceCount = Pick<Place, 'id' | 'kind' | 'countryCode' | 'lat' | 'lon'> & {
  name: string;
  count: number;
};

export type PracticeMap = Pick<
  PracticeList,
  'filters' | 'total' | 'exactTotal' | 'facets' | 'loosenings' | 'areWordsUnknown' | 'correction'
> & {
  /** In the order of their names. A practice of several places is counted at each. */
  places: PlaceCount[];
};

/**
 * Where the practices under the reader's filters are at home. Places are counted exactly however many practices there are, for a
 * place with none of the best 6,500 would be missing; the facets beside the map are counted as those of the list.
 */
export async function mapPractices(
  db: Database,
  filters: PracticeFilters,
  language: Language,
): Promise<PracticeMap> {
  const { concepts } = await vocabularyWords(db, language);
  const result = await searchPractices(db, filters, language, { limit: 0, exactFacet: 'place' });
  const counts = new Map(Object.entries(result.counts['place'] ?? {}));
  const chosen = filters.facets.place;
  // Counts of a facet are those without its own choice; the map shows what the list would hold.
  const shown = chosen.length > 0 ? chosen.filter((id) => counts.has(id)) : [...counts.keys()];
  const places = await placesById(db, [...new Set([...shown, ...chosen])]);
  const compare = compareIn(language);
  return {
    filters,
    total: result.total,
    exactTotal: result.exactTotal,
    facets: facetViews(filters, result, facetLabels(concepts, places.values(), language)),
    loosenings: result.total === 0 ? loosenings(filters, result) : [],
    areWordsUnknown: filters.q !== '' && result.total === 0 && result.withoutFacets === 0,
    correction: result.correction,
    places: shown
      .flatMap((id) => places.get(id) ?? [])
      .map((place) => ({
        id: place.id,
        kind: place.kind,
        countryCode: place.countryCode,
        lat: place.lat,
        lon: place.lon,
        name: placeName(place, language),
        count: counts.get(place.id) ?? 0,
      }))
      .sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1)),
  };
}

/** All places of published practices, with how many each has. */
export async function placesOfAllPractices(db: Database, language: Language): Promise<PlaceCount[]> {
  return (await mapPractices(db, noFilters, language)).places;
}
