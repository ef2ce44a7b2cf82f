import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type { PracticeCard } from '../model.ts';
import { practiceCards } from './practice-cards.ts';

export { publishedAmong as publishedPractices } from '../store/published.ts';

export type PracticesKept = {
  practices: PracticeCard[];
  /** Numbers of those that are not published any more, or never were. */
  gone: number[];
};

/** The practices of a shortlist in its order, and which of them fell out of the repository. */
export async function practicesKept(
  db: Database,
  ids: readonly number[],
  language: Language,
): Promise<PracticesKept> {
  const practices = await practiceCards(db, ids, language);
  const found = new Set(practices.map(({ id }) => id));
  return { practices, gone: ids.filter((id) => !found.has(id)) };
}
