import { conceptsIn } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { search } from '#services/search/index.ts';
import { practiceKind } from '../commands/index-practices.ts';
import { facetLabels } from './facet-labels.ts';

export type PracticeCounts = {
  total: number;
  countries: number;
  /** The challenges that most practices answer to. */
  challenges: { code: string; label: string; count: number }[];
};

/** How many practices there are, from how many countries, and on what, for the front page. */
export async function countPractices(db: Database, language: Language): Promise<PracticeCounts> {
  const { total, counts } = await search(db, {
    kind: practiceKind,
    text: '',
    languages: [],
    facets: {},
    facetNames: ['country', 'challenge'],
    sort: 'relevance',
    limit: 0,
    offset: 0,
  });
  const { labelOf, sortValues } = facetLabels(await conceptsIn(db, language), [], language);
  const challenges = Object.entries(counts['challenge'] ?? {}).map(([code, count]) => ({
    code,
    label: labelOf('challenge', code),
    count,
  }));
  return {
    total,
    countries: Object.keys(counts['country'] ?? {}).length,
    challenges: sortValues('challenge', challenges).slice(0, 8),
  };
}
