import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { knownPasswords, throughGate } from '#services/sign-in/index.ts';
import type { SignInContext } from '../act-context.ts';
import { checkPassword } from '../rules/password.ts';
import { personById } from '../store/own-person.ts';
import { refusedBusy, refusedFor, refusedFor429 } from './refusals.ts';
import { tellOfChange } from './tell-of-change.ts';

/**
 * Sets the password anew by a mailed link, once. Ends all sessions and signs nobody in: a second factor is still asked for. What is wrong
 * with the password itself does not spend the link.
 */
export async function resetPassword(
  ctx: SignInContext,
  { token, password }: { token: string; password: string },
): Promise<Result<null>> {
  const { db, signIn, visit, clock } = ctx;
  const wait = await signIn.count(db, 'linkAddress', visit.clientAddress);
  if (wait !== null) return refusedFor429(wait);
  const checked = checkPassword(password, { email: '', name: '' }, knownPasswords);
  if (!checked.ok) return refuse({ reasons: checked.reasons });
  const result = await throughGate(() =>
    signIn.act(db, visit, async (turn): Promise<Result<null>> => {
      const answer = await turn.resetPassword(token, password);
      const person = answer.ok ? await personById(turn.trx, answer.value) : undefined;
      if (!person) return refusedFor('accounts_refused_link');
      await tellOfChange(turn.trx, ctx, person, 'password');
      await appendAudit(turn.trx, {
        act: 'person.reset-password',
        subject: { kind: 'person', id: person.id },
        actor: { personId: person.id, name: person.name, role: 'person' },
        at: clock.now(),
      });
      return done(null);
    }),
  );
  return result === 'busy' ? refusedBusy : result;
}
