import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, type Result } from '#platform/result.ts';
import { actedBy, type SignInContext } from '../act-context.ts';
import type { OwnAct } from '../policy/own-account.ts';
import { asOwner } from './own-act.ts';
import { refusedFor, refusedFor429 } from './refusals.ts';
import { tellOfChange } from './tell-of-change.ts';

type Change = Extract<OwnAct, 'renew-recovery-codes' | 'remove-second-factor'>;

/**
 * Makes new recovery codes, or removes the second factor: each only in a session that gave it, and with one more code, since a browser
 * that was left open must not be enough. Returns the new codes; none when it was removed.
 */
export async function changeSecondFactor(
  ctx: SignInContext,
  { change, code }: { change: Change; code: string },
): Promise<Result<readonly string[]>> {
  const { db, signIn, visit } = ctx;
  const owner = await asOwner(ctx, change);
  if (!owner.ok) return owner;
  const { person } = owner.value;
  const wait = await signIn.count(db, 'codePerson', String(person.id));
  if (wait !== null) return refusedFor429(wait);
  return signIn.act(db, visit, async (turn): Promise<Result<readonly string[]>> => {
    const isRight = await turn.takeCode(person.id, code);
    const isRemoval = change === 'remove-second-factor';
    await appendAudit(turn.trx, {
      ...actedBy(ctx),
      act: isRight ? `person.${change}` : 'person.second-factor-failed',
      subject: { kind: 'person', id: person.id },
    });
    if (!isRight) return refusedFor('accounts_refused_code');
    await tellOfChange(turn.trx, ctx, person, isRemoval ? 'second-factor-removed' : 'recovery-codes');
    if (!isRemoval) return done(await turn.newRecoveryCodes(person.id));
    await turn.removeSecondFactor(person.id);
    return done([]);
  });
}
