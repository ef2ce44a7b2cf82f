import { schemeIds } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { defaultLanguage } from '#services/i18n/index.ts';
import { noFilters } from '../forms/list-filters.ts';
import { searchPractices } from './search-practices.ts';

/** How many published practices carry each concept, by its id; those that none carries are left out. */
export async function countByConcept(db: Database): Promise<Record<string, number>> {
  const { counts } = await searchPractices(db, noFilters, defaultLanguage);
  return Object.fromEntries(
    schemeIds.flatMap((scheme) =>
      Object.entries(counts[scheme] ?? {}).map(([code, count]) => [`${scheme}:${code}`, count]),
    ),
  );
}
