import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { search } from '#services/search/index.ts';
import { practiceKind } from '../commands/index-practices.ts';
import type { PracticeCard } from '../model.ts';
import { practiceCards } from './practice-cards.ts';

/** The first cards of the list in the order "newest". */
export async function newestPractices(
  db: Database,
  language: Language,
  limit: number,
): Promise<PracticeCard[]> {
  const everything = { text: '', languages: [], facets: {}, facetNames: [] };
  const { refs } = await search(db, {
    kind: practiceKind,
    ...everything,
    sort: 'newest',
    limit,
    offset: 0,
  });
  return await practiceCards(db, refs, language);
}
