import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import { visitor, type HeldRole, type PersonId } from '../model.ts';
import { actsAs, may } from '../policy.ts';
import { mayAccept } from '../rules/invitations.ts';
import { isTownRole, outranks } from '../rules/roles-in-town.ts';
import { closeInvitation, invitationByToken, lockInvitation, type Invitation } from '../store/invitations.ts';
import { personById } from '../store/people.ts';
import { heldGrants, lockRole } from '../store/role-grants.ts';
import { notAllowed, notFound } from './denials.ts';
import { refusedFor } from './refusals.ts';
import { grantIn } from './grant-role.ts';
import { tokenDigest } from './invitation-letter.ts';

/**
 * Accepts an invitation by its link: the invited address only, while it is open, and while whoever sent it could still send it. Of two
 * acceptances at the same moment one grants and the other finds it done. A higher rank in the town stays.
 */
export async function acceptInvitation(ctx: ActContext, token: string): Promise<Result<HeldRole>> {
  const as = actsAs(ctx.actor, 'invitation.accept');
  const { person } = ctx.actor;
  if (as === null || person === null) return notAllowed;
  return ctx.db.transaction().execute(async (trx) => {
    const found = await invitationByToken(trx, tokenDigest(token));
    if (!found) return notFound;
    // In the same order as whoever sends one: first the role, then the row.
    await lockRole(trx, found);
    await lockInvitation(trx, found.id);
    const invitation = await invitationByToken(trx, tokenDigest(token));
    if (!invitation) return notFound;
    const verdict = mayAccept(invitation, person, ctx.clock.now());
    if (!verdict.ok) return refuse({ reasons: verdict.reasons });
    const { role, scope } = invitation;
    if (invitation.acceptedAt) return done({ role, scope });
    if (!(await isInviterStillAllowed(trx, invitation))) return refusedFor('people_refused_invitation_over');

    const held = await heldGrants(trx, { personId: person.id });
    const isHigher = held.some(
      (own) => isTownRole(own.role) && isTownRole(role) && own.scope === scope && outranks(own.role, role),
    );
    if (!isHigher) {
      const granted = await grantIn(trx, ctx, { wanted: { personId: person.id, role, scope }, as });
      if (!granted.ok) return granted;
    }
    await closeInvitation(trx, invitation.id, { acceptedBy: person.id, acceptedAt: ctx.clock.now() });
    await appendAudit(trx, {
      act: 'invitation.accept',
      subject: { kind: 'invitation', id: invitation.id },
      after: { role, scope },
      ...actedBy(ctx, as),
    });
    return done({ role, scope });
  });
}

/** Else one who was dismissed could come back by an invitation of their own. */
async function isInviterStillAllowed(
  trx: Database,
  { invitedBy, role, scope }: Invitation,
): Promise<boolean> {
  const inviter = invitedBy === null ? undefined : await personById(trx, invitedBy);
  if (!inviter) return false;
  const { name, email, language, roles } = inviter;
  const actor = { ...visitor, person: { id: inviter.id as PersonId, name, email, language }, roles };
  return may(actor, 'invitation.send', { role, scope });
}
