import { listOutbox, type OutboxPage, type OutboxQuestion } from '#services/mail/index.ts';
import { may } from '../policy.ts';
import { hasDemonstrationAccounts } from '../store/people.ts';
import type { Asking } from './people.ts';

/**
 * The outbox; null: the actor may not read it. Links that let somebody in are shown in the demonstration world only, which is one that
 * has demonstration accounts: removing those masks the links again.
 */
export async function readOutbox(
  { db, actor }: Pick<Asking, 'db' | 'actor'>,
  question: OutboxQuestion,
): Promise<(OutboxPage & { readonly isRevealed: boolean }) | null> {
  if (!may(actor, 'outbox.read')) return null;
  const isRevealed = await hasDemonstrationAccounts(db);
  return { ...(await listOutbox(db, question, { reveal: isRevealed })), isRevealed };
}
