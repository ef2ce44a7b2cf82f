import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { search } from '#services/search/index.ts';
import { practiceKind } from '../commands/index-practices.ts';
import type { PracticeCard } from '../model.ts';
import { practiceCards } from './practice-cards.ts';

/**
 * The first cards of the list in the order "newest", what people have done before what they plan: a reader who comes to see what came of
 * things is not met by what has not yet been. Looks no further than among the newest.
 */
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
    limit: limit * 4,
    offset: 0,
  });
  const newest = await practiceCards(db, refs, language);
  const isPlanned = ({ course }: PracticeCard) => course === 'planned';
  return [...newest.filter((card) => !isPlanned(card)), ...newest.filter(isPlanned)].slice(0, limit);
}
