import type { Result } from '#platform/result.ts';
import type { SignInContext } from '../act-context.ts';
import { finishEntry, type Entered } from './enter.ts';
import { refusedFor429 } from './refusals.ts';

/**
 * Uses a link that was mailed: once, within a quarter of an hour. Registers who is not there yet, since the mailbox is proved now.
 * Called by a button, never by opening the link: programs that look through mails open it too.
 */
export async function signInWithLink(
  ctx: SignInContext,
  { token }: { token: string },
): Promise<Result<Entered>> {
  const { db, signIn, visit } = ctx;
  const wait = await signIn.count(db, 'linkAddress', visit.clientAddress);
  if (wait !== null) return refusedFor429(wait);
  return signIn.act(db, visit, async (turn) => {
    return finishEntry(turn, ctx, await turn.byLink(token), 'link', 'accounts_refused_link');
  });
}
