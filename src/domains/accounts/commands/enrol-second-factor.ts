import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, type Result } from '#platform/result.ts';
import { throughGate } from '#services/sign-in/index.ts';
import { actedBy, type SignInContext } from '../act-context.ts';
import { ownFacts } from '../store/own-account.ts';
import { asOwner } from './own-act.ts';
import { refusedBusy, refusedFor, refusedFor429 } from './refusals.ts';
import { tellOfChange } from './tell-of-change.ts';

/** Makes a new secret for an authenticator app, which counts for nothing yet. Whoever has a password gives it. */
export async function beginEnrolment(
  ctx: SignInContext,
  { password }: { password: string | undefined },
): Promise<Result<null>> {
  const { db, signIn, visit } = ctx;
  const owner = await asOwner(ctx, 'enrol-second-factor');
  if (!owner.ok) return owner;
  const { hasApp } = await ownFacts(db, owner.value.person.id);
  if (hasApp) return refusedFor('accounts_refused_not_allowed');
  const wait = await signIn.count(db, 'codePerson', String(owner.value.person.id));
  if (wait !== null) return refusedFor429(wait);
  const result = await throughGate(() =>
    signIn.act(db, visit, async (turn): Promise<Result<null>> => {
      const answer = await turn.beginEnrolment(password === '' ? undefined : password);
      return answer.ok ? done(null) : refusedFor('accounts_refused_password_wrong');
    }),
  );
  return result === 'busy' ? refusedBusy : result;
}

/**
 * Takes the first code of the new secret: from now on it is asked for at every sign-in, and this session counts as one that gave it.
 * Returns ten recovery codes, which are shown this once.
 */
export async function confirmEnrolment(
  ctx: SignInContext,
  { code }: { code: string },
): Promise<Result<readonly string[]>> {
  const { db, signIn, visit } = ctx;
  const owner = await asOwner(ctx, 'enrol-second-factor');
  if (!owner.ok) return owner;
  const { person } = owner.value;
  const { hasApp } = await ownFacts(db, person.id);
  if (hasApp) return refusedFor('accounts_refused_not_allowed');
  const wait = await signIn.count(db, 'codePerson', String(person.id));
  if (wait !== null) return refusedFor429(wait);
  return signIn.act(db, visit, async (turn): Promise<Result<readonly string[]>> => {
    const answer = await turn.confirmEnrolment(person.id, code);
    if (!answer.ok) return refusedFor('accounts_refused_code');
    const codes = await turn.newRecoveryCodes(person.id);
    await tellOfChange(turn.trx, ctx, person, 'second-factor-added');
    await appendAudit(turn.trx, {
      ...actedBy(ctx),
      act: 'person.enrol-second-factor',
      subject: { kind: 'person', id: person.id },
    });
    return done(codes);
  });
}
