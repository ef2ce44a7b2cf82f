import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import type { HeldRole } from '../model.ts';
import { actsAs } from '../policy.ts';
import { mayLose } from '../rules/last-holder.ts';
import { countHolders, endGrants, heldGrants, lockRole } from '../store/role-grants.ts';
import { notAllowed } from './denials.ts';

/**
 * Takes a role from somebody, or gives up one's own. Refused for the last owner of a town and for the last secretariat, whoever asks.
 * A role that is not held any more is no error: it was taken a moment ago.
 */
export async function revokeRole(
  ctx: ActContext,
  { personId, role, scope }: HeldRole & { readonly personId: number },
): Promise<Result<null>> {
  const isOwn = ctx.actor.person?.id === personId;
  const as =
    actsAs(ctx.actor, 'role.revoke', { role, scope }) ?? (isOwn ? actsAs(ctx.actor, 'role.leave') : null);
  if (as === null) return notAllowed;
  return ctx.db.transaction().execute(async (trx) => {
    await lockRole(trx, { role, scope });
    const held = await heldGrants(trx, { personId, role, scope });
    if (held.length === 0) return done(null);
    const verdict = mayLose({ role, scope }, await countHolders(trx, { role, scope }));
    if (!verdict.ok) return refuse({ reasons: verdict.reasons });
    await endGrants(
      trx,
      held.map(({ id }) => id),
      ctx.clock.now(),
    );
    await appendAudit(trx, {
      act: isOwn ? 'role.leave' : 'role.revoke',
      subject: { kind: 'person', id: personId },
      before: { role, scope },
      ...actedBy(ctx, as),
    });
    return done(null);
  });
}
