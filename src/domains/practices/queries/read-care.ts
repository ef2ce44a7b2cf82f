import type { Actor } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { languages, type Language } from '#services/i18n/index.ts';
import type { PracticeCard } from '../model.ts';
import { mayCare, translatesAs } from '../policy.ts';
import { isStale } from '../rules/freshness.ts';
import { practicesById } from '../store/practices.ts';
import { practiceCards } from './practice-cards.ts';

export type PracticeCare = {
  card: PracticeCard;
  verifiedOn: string | null;
  isStale: boolean;
  /** Whether the actor may confirm and change it. */
  mayCare: boolean;
  /** The languages into which the actor may translate it. */
  translatesInto: Language[];
  /** Whether there is somebody to write to; who, is not said. */
  hasOwner: boolean;
};

/** How a published practice is kept true, as the actor sees it; undefined where there is none. */
export async function readCare(
  db: Database,
  actor: Actor,
  id: number,
  { language, at }: { language: Language; at: Date },
): Promise<PracticeCare | undefined> {
  const [practice] = await practicesById(db, [id]);
  const [card] = await practiceCards(db, [id], language);
  if (practice?.state !== 'published' || !card) return undefined;
  return {
    card,
    verifiedOn: practice.verifiedOn,
    isStale: isStale(practice, at),
    mayCare: mayCare(actor, practice),
    translatesInto: languages.filter(
      (to) =>
        to !== practice.originalLanguage &&
        translatesAs(actor, 'write', { ...practice, language: to }) !== null,
    ),
    hasOwner: practice.ownerId !== null,
  };
}
