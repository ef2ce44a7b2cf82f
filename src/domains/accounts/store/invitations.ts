import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { HeldRole, Role } from '../model.ts';
import type { InvitationFacts } from '../rules/invitations.ts';

/** An invitation as it is kept; its token is kept as a digest only. */
export interface Invitation extends HeldRole, InvitationFacts {
  readonly id: number;
  readonly language: Language;
  readonly invitedByName: string | null;
}

const invitations = (db: Database) =>
  db
    .selectFrom('invitation as i')
    .leftJoin('person as by', 'by.id', 'i.invited_by')
    .select(['i.id', 'i.email', 'i.role', 'i.scope', 'i.language', 'i.invited_by as invitedBy'])
    .select(['i.invited_at as invitedAt', 'i.expires_at as expiresAt', 'i.accepted_by as acceptedBy'])
    .select(['i.accepted_at as acceptedAt', 'i.withdrawn_at as withdrawnAt', 'by.name as invitedByName']);

type Row = Awaited<ReturnType<ReturnType<typeof invitations>['execute']>>[number];
const noun = (row: Row): Invitation => ({
  ...row,
  role: row.role as Role,
  language: row.language as Language,
});

/** Those that are not accepted or withdrawn, expired ones too; the newest first. */
export async function openInvitations(db: Database, only: Partial<HeldRole> = {}): Promise<Invitation[]> {
  let asked = invitations(db).where('i.accepted_at', 'is', null).where('i.withdrawn_at', 'is', null);
  if (only.scope !== undefined) asked = asked.where('i.scope', '=', only.scope);
  return (await asked.orderBy('i.id', 'desc').limit(500).execute()).map(noun);
}

/** The one that is not accepted or withdrawn, for this address and role. */
export async function openInvitation(
  db: Database,
  email: string,
  { role, scope }: HeldRole,
): Promise<Invitation | undefined> {
  const row = await invitations(db)
    .where('i.email', '=', email)
    .where('i.role', '=', role)
    .where('i.scope', '=', scope)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row && noun(row);
}

export async function invitationById(db: Database, id: number): Promise<Invitation | undefined> {
  const row = await invitations(db).where('i.id', '=', id).executeTakeFirst();
  return row && noun(row);
}

export async function invitationByToken(db: Database, hash: string): Promise<Invitation | undefined> {
  const row = await invitations(db).where('i.token_hash', '=', hash).executeTakeFirst();
  return row && noun(row);
}

/** Holds the row until the end of the transaction: of two acceptances the second sees what the first did. */
export async function lockInvitation(trx: Database, id: number): Promise<void> {
  await trx.selectFrom('invitation').select('id').where('id', '=', id).forUpdate().execute();
}

/** Writes a new one; undefined: another process wrote it first. */
export async function insertInvitation(
  trx: Database,
  invitation: Omit<Invitation, 'id' | 'invitedByName' | 'acceptedBy' | 'acceptedAt' | 'withdrawnAt'> & {
    tokenHash: string;
  },
): Promise<number | undefined> {
  const row = await trx
    .insertInto('invitation')
    .values({
      email: invitation.email,
      role: invitation.role,
      scope: invitation.scope,
      language: invitation.language,
      token_hash: invitation.tokenHash,
      invited_by: invitation.invitedBy,
      invited_at: invitation.invitedAt,
      expires_at: invitation.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Sends it anew: the link that went out before is worth nothing any more. */
export async function renewInvitation(
  trx: Database,
  id: number,
  to: { tokenHash: string; invitedBy: number | null; invitedAt: Date; expiresAt: Date },
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({
      token_hash: to.tokenHash,
      invited_by: to.invitedBy,
      invited_at: to.invitedAt,
      expires_at: to.expiresAt,
    })
    .where('id', '=', id)
    .execute();
}

export async function closeInvitation(
  trx: Database,
  id: number,
  as: { withdrawnAt: Date } | { acceptedBy: number; acceptedAt: Date },
): Promise<void> {
  const change =
    'withdrawnAt' in as
      ? { withdrawn_at: as.withdrawnAt }
      : { accepted_by: as.acceptedBy, accepted_at: as.acceptedAt };
  await trx.updateTable('invitation').set(change).where('id', '=', id).execute();
}
