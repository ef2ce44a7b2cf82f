import type { Database } from '#platform/database/connect.ts';
import { noFilters } from '../forms/list-filters.ts';
import type { PracticeFilters } from '../model.ts';
import type { WaysOut } from '../rules/loosen.ts';
import { ask, chosenFacets, type Found } from './search-practices.ts';

/** What the ways out of an empty list would give, in two more statements at most, and whether the words alone find nothing. */
export async function waysOut(
  db: Database,
  filters: PracticeFilters,
  { own, missedBy, missedElsewhere }: Found,
): Promise<WaysOut & { areWordsUnknown: boolean }> {
  const facets = chosenFacets(filters);
  if (filters.q === '') return { missedBy, withoutWords: 0, withoutFacets: 0, areWordsUnknown: false };
  const withoutWords = async () => (await ask(db, { ...filters, q: '' }, [])).total;
  const withoutFacets = async () => (await ask(db, { ...filters, facets: noFilters.facets }, own)).total;

  const isOneToBlame = Object.keys(missedBy).length > 0;
  if (isOneToBlame)
    return { missedBy, withoutWords: await withoutWords(), withoutFacets: 0, areWordsUnknown: false };
  const isElsewhere = Object.keys(missedElsewhere).length > 0;
  if (facets < 2) {
    // Nothing in the reader's own languages even without the facet, so dropping it widens the search as it was widened here.
    const ways = { missedBy: missedElsewhere, withoutFacets: 0, areWordsUnknown: !isElsewhere };
    return { ...ways, withoutWords: facets > 0 ? await withoutWords() : 0 };
  }
  const alone = await withoutFacets();
  // The other languages' numbers hold only where the words mean nothing in the reader's own; the statement for the filters alone is spent.
  if (isElsewhere) {
    const known = alone > 0 ? {} : missedElsewhere;
    return { missedBy: known, withoutWords: 0, withoutFacets: alone, areWordsUnknown: false };
  }
  // Words of other languages alone are taken for unknown here: asking once more would cost a fifth statement.
  const ways = { missedBy: {}, withoutFacets: alone, areWordsUnknown: alone === 0 };
  return { ...ways, withoutWords: await withoutWords() };
}
