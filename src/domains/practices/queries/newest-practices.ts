import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type { PracticeCard } from '../model.ts';
import { newestIds } from '../store/cards.ts';
import { practiceCards } from './practice-cards.ts';

/** The practices published last, as cards; plans after what has been done. */
export async function newestPractices(
  db: Database,
  language: Language,
  limit: number,
): Promise<PracticeCard[]> {
  return await practiceCards(db, await newestIds(db, limit), language);
}
