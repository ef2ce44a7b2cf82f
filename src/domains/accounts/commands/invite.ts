import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, type Result } from '#platform/result.ts';
import type { Language } from '#services/i18n/languages.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import type { HeldRole } from '../model.ts';
import { actsAs, type ActsAs } from '../policy.ts';
import { isScope } from '../queries/scopes.ts';
import { invitationEnd, invitationState, isSameWish } from '../rules/invitations.ts';
import {
  insertInvitation,
  invitationById,
  lockInvitation,
  openInvitation,
  renewInvitation,
} from '../store/invitations.ts';
import { personByEmail } from '../store/people.ts';
import { lockRole } from '../store/role-grants.ts';
import { notAllowed, notFound } from './denials.ts';
import { refusedFor } from './refusals.ts';
import { newInvitationToken, sendInvitationLetter, tokenDigest } from './invitation-letter.ts';

export interface InvitationWish extends HeldRole {
  /** In lower case. */
  readonly email: string;
  readonly language: Language;
}

/**
 * Invites an address to a role by mail, for 14 days. One that has expired is sent anew; refused while one is open, except that a form
 * sent twice counts once. Refused too for one who holds the role, but only where the actor sees that anyway.
 */
export async function invite(ctx: ActContext, wish: InvitationWish): Promise<Result<number>> {
  const as = actsAs(ctx.actor, 'invitation.send', wish);
  if (as === null || ctx.actor.person === null) return notAllowed;
  if (!(await isScope(ctx.db, wish))) return refusedFor('people_refused_scope');
  const now = ctx.clock.now();
  const invitedBy = ctx.actor.person.id;
  return ctx.db.transaction().execute(async (trx) => {
    await lockRole(trx, wish);
    const known = await personByEmail(trx, wish.email);
    if (known?.roles.some(({ role, scope }) => role === wish.role && scope === wish.scope))
      return refusedFor('people_refused_holds');
    const open = await openInvitation(trx, wish.email, wish);
    if (open && isSameWish(open, invitedBy, now)) return done(open.id);
    if (open && invitationState(open, now) === 'open') return refusedFor('people_refused_invited');
    if (open) return send(trx, ctx, { ...wish, id: open.id, as });
    return send(trx, ctx, { ...wish, id: null, as });
  });
}

/** Sends an invitation once more with a new link; the link before is dead. Refused when it was accepted or withdrawn. */
export async function resendInvitation(ctx: ActContext, id: number): Promise<Result<number>> {
  return ctx.db.transaction().execute(async (trx) => {
    await lockInvitation(trx, id);
    const invitation = await invitationById(trx, id);
    const as = actsAs(ctx.actor, 'invitation.send', invitation);
    if (as === null || ctx.actor.person === null || !invitation) return notFound;
    const now = ctx.clock.now();
    const state = invitationState(invitation, now);
    if (state === 'accepted' || state === 'withdrawn') return refusedFor('people_refused_invitation_over');
    if (isSameWish(invitation, ctx.actor.person.id, now)) return done(id);
    return send(trx, ctx, { ...invitation, as });
  });
}

async function send(
  trx: Database,
  ctx: ActContext,
  { id, as, email, language, role, scope }: InvitationWish & { id: number | null; as: ActsAs },
): Promise<Result<number>> {
  const token = newInvitationToken();
  const now = ctx.clock.now();
  const sent = {
    tokenHash: tokenDigest(token),
    invitedBy: ctx.actor.person?.id ?? null,
    invitedAt: now,
    expiresAt: invitationEnd(now),
  };
  if (id !== null) await renewInvitation(trx, id, sent);
  const number = id ?? (await insertInvitation(trx, { email, language, role, scope, ...sent }));
  if (number === undefined) return refusedFor('people_refused_invited');
  const { expiresAt } = sent;
  await sendInvitationLetter(trx, ctx, { email, language, role, scope, token, expiresAt });
  // Not the address: its owner may have no account yet, and could then not have it erased from the log.
  await appendAudit(trx, {
    act: id === null ? 'invitation.send' : 'invitation.resend',
    subject: { kind: 'invitation', id: number },
    after: { role, scope, expiresAt: expiresAt.toISOString() },
    ...actedBy(ctx, as),
  });
  return done(number);
}
