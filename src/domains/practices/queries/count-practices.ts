import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { noFilters } from '../forms/list-filters.ts';
import { listPractices } from './list-practices.ts';

export type PracticeCounts = {
  total: number;
  countries: number;
  /** The challenges that most practices answer to. */
  challenges: { code: string; label: string; count: number }[];
};

/** How many practices there are, from how many countries, and on what, for the front page. */
export async function countPractices(db: Database, language: Language): Promise<PracticeCounts> {
  const { total, facets } = await listPractices(db, noFilters, language);
  const values = (name: string) => facets.find((facet) => facet.name === name)?.values ?? [];
  return { total, countries: values('country').length, challenges: values('challenge').slice(0, 8) };
}
