import { done, type Result } from '#platform/result.ts';
import type { SignInContext } from '../act-context.ts';
import { finishEntry, type Entered } from './enter.ts';
import { refusedFor, refusedFor429 } from './refusals.ts';

/** What any device is asked that has a passkey of this site. */
export async function askPasskeyToSignIn(ctx: SignInContext): Promise<Result<unknown>> {
  const { db, signIn, visit } = ctx;
  const wait = await signIn.count(db, 'signInAddress', visit.clientAddress);
  if (wait !== null) return refusedFor429(wait);
  return signIn.act(db, visit, async (turn) => {
    const question = await turn.passkeySignInQuestion();
    return question.ok ? done(question.value) : refusedFor('accounts_refused_passkey');
  });
}

/** Signs in by a passkey, which counts as both steps: the device has asked for a finger, face or number. */
export async function signInWithPasskey(
  ctx: SignInContext,
  { answer }: { answer: unknown },
): Promise<Result<Entered>> {
  const { db, signIn, visit } = ctx;
  return signIn.act(db, visit, async (turn) => {
    return finishEntry(turn, ctx, await turn.byPasskey(answer), 'passkey', 'accounts_refused_passkey');
  });
}
