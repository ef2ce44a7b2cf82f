import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type { PracticeCard } from '../model.ts';
import { cardsById, newestIds } from '../store/cards.ts';

/** The practices published last, as cards. */
export async function newestPractices(
  db: Database,
  language: Language,
  limit: number,
): Promise<PracticeCard[]> {
  return await cardsById(db, await newestIds(db, limit), language);
}
