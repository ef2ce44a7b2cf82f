// Roles, invitations, towns, and what the secretariat sees.
export { actsAs, may, type Act } from './policy.ts';
export { acceptInvitation } from './commands/accept-invitation.ts';
export { claimTown } from './commands/claim-town.ts';
export { decideClaim } from './commands/decide-claim.ts';
export { endSessionsOf } from './commands/end-sessions-of.ts';
export { grantRole } from './commands/grant-role.ts';
export { invite, resendInvitation } from './commands/invite.ts';
export { purgePeople } from './commands/purge-people.ts';
export { revokeRole } from './commands/revoke-role.ts';
export { withdrawInvitation } from './commands/withdraw-invitation.ts';
export { auditLogAsCsv, readAuditLog } from './queries/audit-log.ts';
export { listClaims, ownClaim, whatWaits, type ClaimView } from './queries/claims.ts';
export { listInvitations, readInvitation, type InvitationView } from './queries/invitations.ts';
export { readOutbox } from './queries/outbox.ts';
export { listPeople, readPerson, readTeam, type NamedRole, type PeoplePage } from './queries/people.ts';
export { roleName, roleText, scopeChoices, type ScopeChoices } from './queries/scopes.ts';
export { INVITATION_DAYS } from './rules/invitations.ts';

// People, and how they sign in.
export {
  roleNames,
  roles,
  visitor,
  type Actor,
  type HeldRole,
  type PersonId,
  type Role,
  type ScopeKind,
} from './model.ts';
export { holds, inTeam, type TownRole } from './rules/roles.ts';
export { addressees, type Addressee } from './queries/addressees.ts';
export { actedBy, type ActContext, type SignInContext } from './act-context.ts';
export { askForMail } from './commands/ask-for-mail.ts';
export type { Entered } from './commands/enter.ts';
export { giveSecondFactor } from './commands/give-second-factor.ts';
export { resetPassword } from './commands/reset-password.ts';
export { signInWithLink } from './commands/sign-in-with-link.ts';
export { signInWithPassword } from './commands/sign-in-with-password.ts';
export { signOut } from './commands/sign-out.ts';
export {
  WRITE_SIGN_IN_MAIL,
  writeSignInMail,
  type SignInMailRequest,
  type WritingContext,
} from './commands/write-sign-in-mail.ts';
export { needsSecondFactor, mayOwn, type OwnAct } from './policy/own-account.ts';
export { readActor } from './queries/read-actor.ts';
export { beginEnrolment, confirmEnrolment } from './commands/enrol-second-factor.ts';
export { askForEmailChange, confirmEmailChange } from './commands/change-email.ts';
export { changePassword } from './commands/change-password.ts';
export { changeProfile } from './commands/change-profile.ts';
export { changeSecondFactor } from './commands/change-second-factor.ts';
export { endOwnSessions } from './commands/end-sessions.ts';
export { ownAccount, type OwnAccount } from './queries/own-account.ts';
export { pendingEnrolment } from './queries/pending-enrolment.ts';
export {
  makeDemonstration,
  readDemonstration,
  removeDemonstrationAccounts,
  type Demonstration,
  type DemonstrationAccount,
} from './commands/demonstration.ts';
export type { HeldData, HeldFile, PersonalRoom } from './personal-room.ts';
export { otherWriters, ownSoleTowns, type SoleTown } from './queries/sole-towns.ts';
export { eraseAccount } from './commands/erase-account.ts';
export { exportAccount } from './commands/export-account.ts';
export { addPasskey, askForPasskey, removePasskey } from './commands/change-passkeys.ts';
export { askPasskeyToSignIn, signInWithPasskey } from './commands/sign-in-with-passkey.ts';
