import { may } from '../policy.ts';
import { invitationState, mayAccept, type InvitationState } from '../rules/invitations.ts';
import { invitationByToken, openInvitations, type Invitation } from '../store/invitations.ts';
import { tokenDigest } from '../commands/invitation-letter.ts';
import type { Asking, NamedRole } from './people.ts';
import { roleText } from './scopes.ts';

export type InvitationView = Invitation & NamedRole & { readonly state: InvitationState };

/** Invitations that wait or have expired: all, or of one town. Empty where the actor may send none. */
export async function listInvitations(asking: Asking, placeId?: string): Promise<InvitationView[]> {
  const { db, actor, language, clock } = asking;
  if (!may(actor, 'invitation.send', placeId === undefined ? {} : { scope: placeId })) return [];
  const found = await openInvitations(db, placeId === undefined ? {} : { scope: placeId });
  const seen = found.filter((invitation) => may(actor, 'invitation.send', invitation));
  return Promise.all(
    seen.map(async (invitation) => ({
      ...invitation,
      label: await roleText(db, invitation, language),
      state: invitationState(invitation, clock.now()),
    })),
  );
}

/** What the page of an invitation's link shows. */
export interface InvitationOffer {
  readonly label: string;
  readonly expiresAt: Date;
  /** Whether the signed-in person is the one who was invited; a visitor has yet to sign in. */
  readonly isForReader: boolean;
  readonly state: InvitationState;
}

/** The invitation that a link leads to. Null: there is none, so that a wrong link tells nothing. The address is not said. */
export async function readInvitation(asking: Asking, token: string): Promise<InvitationOffer | null> {
  const { db, actor, language, clock } = asking;
  const invitation = await invitationByToken(db, tokenDigest(token));
  if (!invitation) return null;
  const now = clock.now();
  const { person } = actor;
  const verdict = person && mayAccept(invitation, person, now);
  return {
    label: await roleText(db, invitation, language),
    expiresAt: invitation.expiresAt,
    isForReader:
      verdict !== null && (verdict.ok || verdict.reasons[0]?.key !== 'people_refused_other_address'),
    state: invitationState(invitation, now),
  };
}
