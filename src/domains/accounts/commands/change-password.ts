import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { knownPasswords, throughGate } from '#services/sign-in/index.ts';
import { actedBy, type SignInContext } from '../act-context.ts';
import { checkPassword } from '../rules/password.ts';
import { endSessions } from '../store/own-sessions.ts';
import { hasPassword } from '../store/own-account.ts';
import { asOwner } from './own-act.ts';
import { refusedBusy, refusedFor, refusedFor429 } from './refusals.ts';
import { tellOfChange } from './tell-of-change.ts';

/** Sets the first password, or another one, for which the present one is given. All other sessions end, and the owner is told by mail. */
export async function changePassword(
  ctx: SignInContext,
  { present, password }: { present: string; password: string },
): Promise<Result<null>> {
  const { db, signIn, visit } = ctx;
  const owner = await asOwner(ctx, 'change-password');
  if (!owner.ok) return owner;
  const { person, sessionId } = owner.value;
  const checked = checkPassword(password, person, knownPasswords);
  if (!checked.ok) return refuse({ reasons: checked.reasons });
  const wait = await signIn.count(db, 'codePerson', String(person.id));
  if (wait !== null) return refusedFor429(wait);
  const isFirst = !(await hasPassword(db, person.id));
  const result = await throughGate(() =>
    signIn.act(db, visit, async (turn): Promise<Result<null>> => {
      const answer = isFirst
        ? await turn.setFirstPassword(password)
        : await turn.changePassword(present, password);
      if (!answer.ok) return refusedFor('accounts_refused_password_wrong');
      await endSessions(turn.trx, person.id, sessionId);
      await tellOfChange(turn.trx, ctx, person, 'password');
      await appendAudit(turn.trx, {
        ...actedBy(ctx),
        act: isFirst ? 'person.set-password' : 'person.change-password',
        subject: { kind: 'person', id: person.id },
      });
      return done(null);
    }),
  );
  return result === 'busy' ? refusedBusy : result;
}
