import { findConcepts } from '#domains/vocabulary/index.ts';
import { keptUntilChange } from '#platform/changes/kept-until-change.ts';
import type { Database } from '#platform/database/connect.ts';
import { defaultLanguage, type Language } from '#services/i18n/index.ts';
import { readStatistics, search, type SearchRequest, type SearchResult } from '#services/search/index.ts';
import { practiceKind } from '../commands/index-practices.ts';
import { facetNames, type PracticeFilters } from '../model.ts';

export const pageSize = 24;

const statistics = keptUntilChange('search', (db) => readStatistics(db, practiceKind));

/**
 * Asks the one search for practices: the words in the reader's language and English, and in every language when
 * these find little, since words of one language mean others in another. Answers the filters' page unless another part is asked for.
 */
export async function searchPractices(
  db: Database,
  filters: PracticeFilters,
  language: Language,
  change: Partial<Pick<SearchRequest, 'limit' | 'offset' | 'exactFacet'>> = {},
): Promise<SearchResult> {
  return search(db, {
    kind: practiceKind,
    text: filters.q,
    languages: [...new Set([language, defaultLanguage])],
    facets: filters.facets,
    facetNames,
    sort: filters.sort,
    limit: pageSize,
    offset: (filters.page - 1) * pageSize,
    concepts: await findConcepts(db),
    statistics: await statistics(db),
    ...change,
  });
}
