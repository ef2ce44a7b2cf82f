import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, type Result } from '#platform/result.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import { actsAs } from '../policy.ts';
import { invitationState } from '../rules/invitations.ts';
import { closeInvitation, invitationById, lockInvitation } from '../store/invitations.ts';
import { notFound } from './denials.ts';
import { refusedFor } from './refusals.ts';

/** Withdraws an invitation that nobody has accepted: its link is dead. Withdrawing twice is no error. */
export async function withdrawInvitation(ctx: ActContext, id: number): Promise<Result<null>> {
  return ctx.db.transaction().execute(async (trx) => {
    await lockInvitation(trx, id);
    const invitation = await invitationById(trx, id);
    const as = actsAs(ctx.actor, 'invitation.withdraw', invitation);
    if (as === null || !invitation) return notFound;
    const now = ctx.clock.now();
    const state = invitationState(invitation, now);
    if (state === 'withdrawn') return done(null);
    if (state === 'accepted') return refusedFor('people_refused_invitation_over');
    await closeInvitation(trx, id, { withdrawnAt: now });
    await appendAudit(trx, {
      act: 'invitation.withdraw',
      subject: { kind: 'invitation', id },
      before: { role: invitation.role, scope: invitation.scope },
      ...actedBy(ctx, as),
    });
    return done(null);
  });
}
