import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Result } from '#platform/result.ts';
import type { SignInContext } from '../act-context.ts';
import { personById } from '../store/own-person.ts';
import { finishEntry, type Entered } from './enter.ts';
import { refusedFor, refusedFor429 } from './refusals.ts';
import { warnOfWrongCodes } from './warn-of-attempts.ts';

export type GivenFactor = { readonly code: string } | { readonly recovery: string };

/** The second step of a sign-in: a code of the app, each once, or one of the recovery codes, each once. Failures are logged and counted. */
export async function giveSecondFactor(ctx: SignInContext, given: GivenFactor): Promise<Result<Entered>> {
  const { db, signIn, visit, clock } = ctx;
  const personId = await signIn.waitingPerson(db, visit);
  if (personId === null) return refusedFor('accounts_refused_start_again');
  const wait = await signIn.count(db, 'codeAddress', visit.clientAddress);
  if (wait !== null) return refusedFor429(wait);
  const isCode = 'code' in given;
  return signIn.act(db, visit, async (turn) => {
    const answer = isCode
      ? await turn.byCode(personId, given.code)
      : await turn.byRecoveryCode(given.recovery);
    if (!answer.ok) {
      const person = await personById(turn.trx, personId);
      await appendAudit(turn.trx, {
        act: 'person.second-factor-failed',
        subject: { kind: 'person', id: personId },
        // Whoever it was had the password or the mailbox, and may be somebody else.
        actor: { personId: null, name: null, role: 'visitor' },
        after: { by: isCode ? 'code' : 'recovery-code', name: person?.name ?? null },
        at: clock.now(),
      });
      if (person) await warnOfWrongCodes(turn.trx, ctx, person);
    }
    return finishEntry(
      turn,
      ctx,
      answer,
      isCode ? 'code' : 'recovery-code',
      isCode ? 'accounts_refused_code' : 'accounts_refused_recovery',
    );
  });
}
