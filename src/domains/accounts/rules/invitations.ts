import type { Verdict } from '#platform/result.ts';
import type { PersonId } from '../model.ts';

/** How long an invitation can be accepted, in days. */
export const INVITATION_DAYS = 14;

/** A form sent twice by the same person within this time is one wish. */
const SAME_WISH_MS = 60_000;

/** What of an invitation decides over its fate. */
export interface InvitationFacts {
  readonly email: string;
  readonly invitedBy: number | null;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  readonly acceptedBy: number | null;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export type InvitationState = 'open' | 'expired' | 'accepted' | 'withdrawn';

/** Where an invitation stands. */
export function invitationState(invitation: InvitationFacts, now: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.withdrawnAt) return 'withdrawn';
  return invitation.expiresAt <= now ? 'expired' : 'open';
}

/** When one that is sent now ends. */
export const invitationEnd = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * 86_400_000);

/** Whether this person may accept it now: the invited address only, and only while it is open. */
export function mayAccept(
  invitation: InvitationFacts,
  person: { readonly id: PersonId; readonly email: string },
  now: Date,
): Verdict {
  const no = (key: string): Verdict => ({ ok: false, reasons: [{ key }] });
  if (invitation.email !== person.email.toLowerCase()) return no('people_refused_other_address');
  const state = invitationState(invitation, now);
  if (state === 'open') return { ok: true };
  if (state === 'accepted' && invitation.acceptedBy === person.id) return { ok: true };
  return no('people_refused_invitation_over');
}

/** Whether a new wish is the one that was just fulfilled: a double click, a page sent again. */
export const isSameWish = ({ invitedBy, invitedAt }: InvitationFacts, actorId: number, now: Date): boolean =>
  invitedBy === actorId && now.getTime() - invitedAt.getTime() < SAME_WISH_MS;
