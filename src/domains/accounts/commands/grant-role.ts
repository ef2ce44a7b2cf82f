import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import type { HeldRole } from '../model.ts';
import { actsAs, type ActsAs } from '../policy.ts';
import { isScope } from '../queries/scopes.ts';
import { mayLose } from '../rules/last-holder.ts';
import { replacedBy } from '../rules/roles-in-town.ts';
import { personById } from '../store/people.ts';
import { countHolders, endGrants, heldGrants, insertGrant, lockRole } from '../store/role-grants.ts';
import { notAllowed, notFound } from './denials.ts';
import { refusedFor } from './refusals.ts';

type Wanted = HeldRole & { readonly personId: number };

/**
 * Grants a role; one that is held already stays as it is. A rank in a town takes the place of the one held there. An owner ranks
 * those who are in the team: others are invited, so that nobody learns who has an account.
 */
export async function grantRole(ctx: ActContext, wanted: Wanted): Promise<Result<null>> {
  const as = actsAs(ctx.actor, 'role.grant', wanted);
  if (as === null) return notAllowed;
  if (!(await isScope(ctx.db, wanted))) return refusedFor('people_refused_scope');
  return ctx.db.transaction().execute(async (trx) => {
    await lockRole(trx, wanted);
    if (!(await personById(trx, wanted.personId))) return notFound;
    const held = await heldGrants(trx, { personId: wanted.personId });
    const isInTeam = held.some(({ role, scope }) => role.startsWith('town-') && scope === wanted.scope);
    if (as !== 'secretariat' && !isInTeam) return notFound;
    return grantIn(trx, ctx, { wanted, as });
  });
}

/** As `grantRole`, in a transaction that has locked the role and asked the policy. */
export async function grantIn(
  trx: Database,
  ctx: ActContext,
  { wanted, as }: { wanted: Wanted; as: ActsAs },
): Promise<Result<null>> {
  const { personId, role, scope } = wanted;
  const replaced = replacedBy(wanted, await heldGrants(trx, { personId }));
  for (const old of replaced) {
    const verdict = mayLose(old, await countHolders(trx, old));
    if (!verdict.ok) return refuse({ reasons: verdict.reasons });
  }
  const grantedBy = ctx.actor.person?.id ?? null;
  const at = ctx.clock.now();
  await endGrants(
    trx,
    replaced.map(({ id }) => id),
    at,
  );
  if (!(await insertGrant(trx, { personId, role, scope, grantedBy, at }))) return done(null);
  await appendAudit(trx, {
    act: 'role.grant',
    subject: { kind: 'person', id: personId },
    ...(replaced.length > 0 && { before: replaced.map((old) => ({ role: old.role, scope: old.scope })) }),
    after: { role, scope },
    ...actedBy(ctx, as),
  });
  return done(null);
}
