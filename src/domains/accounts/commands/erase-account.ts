import { done, refuse, type Result } from '#platform/result.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import type { PersonalRoom } from '../personal-room.ts';
import { othersInSecretariat } from '../store/erase-person.ts';
import { lockRole } from '../store/role-grants.ts';
import { eraseEverywhere } from './erase-everywhere.ts';
import { leaveTowns, planLeaving, type TownsAfter } from './leave-towns.ts';
import { asOwner } from './own-act.ts';
import { refusedFor } from './refusals.ts';

/**
 * Erases the actor's own account for good: person, sign-ins, roles, mails, what each of `rooms` holds, and what the audit log says of
 * them. The public record stays, without the person. `towns` says what becomes of the towns that would have no owner; refused where it
 * does not. The audit log notes that somebody was forgotten, and not who.
 */
export async function eraseAccount(
  ctx: ActContext,
  { towns }: { towns: TownsAfter },
  rooms: readonly PersonalRoom[],
): Promise<Result<null>> {
  const owner = await asOwner(ctx, 'erase');
  if (!owner.ok) return owner;
  const { id, email } = owner.value.person;
  return ctx.db.transaction().execute(async (trx): Promise<Result<null>> => {
    const isSecretariat = [...ctx.actor.roles, ...ctx.actor.rolesWaiting].some(
      ({ role }) => role === 'secretariat',
    );
    if (isSecretariat) {
      await lockRole(trx, { role: 'secretariat', scope: '' });
      if ((await othersInSecretariat(trx, id)) === 0) return refusedFor('accounts_refused_last');
    }
    // All is decided before anything is written: a refusal undoes nothing.
    const plan = await planLeaving(trx, ctx, id, towns);
    if (!plan.ok) return refuse(plan.refusal);
    await leaveTowns(trx, ctx, plan.value);
    await eraseEverywhere(trx, { id, email }, actedBy(ctx), rooms);
    return done(null);
  });
}
