import type { Result } from '#platform/result.ts';
import { throughGate } from '#services/sign-in/index.ts';
import type { SignInContext } from '../act-context.ts';
import { finishEntry, type Entered } from './enter.ts';
import { refusedBusy, refusedFor429 } from './refusals.ts';
import { warnOfAttempts } from './warn-of-attempts.ts';

/**
 * Signs in by address and password. The same answer, after the same work, whether the address is unknown, has no password or another one.
 * 'second-factor': the right password, and now a code is asked for.
 */
export async function signInWithPassword(
  ctx: SignInContext,
  { email, password }: { email: string; password: string },
): Promise<Result<Entered>> {
  const { db, signIn, visit } = ctx;
  const wait = await signIn.count(db, 'signInAddress', visit.clientAddress);
  if (wait !== null) return refusedFor429(wait);
  const waitForMailbox = await signIn.count(db, 'signInMailbox', email);
  if (waitForMailbox !== null) {
    await warnOfAttempts(ctx, email);
    return refusedFor429(waitForMailbox);
  }
  const result = await throughGate(() =>
    signIn.act(db, visit, async (turn) => {
      const answer = await turn.byPassword(email, password);
      return finishEntry(turn, ctx, answer, 'password', 'accounts_refused_sign_in');
    }),
  );
  return result === 'busy' ? refusedBusy : result;
}
