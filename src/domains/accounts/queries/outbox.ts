import { listOutbox, type OutboxPage, type OutboxQuestion } from '#services/mail/index.ts';
import { may } from '../policy.ts';
import type { Asking } from './people.ts';

/** The outbox; links that let somebody in are shown in the demonstration world only. Null: the actor may not read it. */
export async function readOutbox(
  { db, actor }: Asking,
  question: OutboxQuestion,
  { isDemonstration }: { isDemonstration: boolean },
): Promise<OutboxPage | null> {
  if (!may(actor, 'outbox.read')) return null;
  return listOutbox(db, question, { reveal: isDemonstration });
}
