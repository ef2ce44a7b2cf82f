import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { HeldRole, Role } from '../model.ts';

/** A role as somebody holds it. */
export interface Grant extends HeldRole {
  readonly id: number;
  readonly personId: number;
  readonly personName: string;
  readonly personEmail: string;
  readonly grantedAt: Date;
  readonly grantedBy: string | null;
}

/**
 * Whoever counts the holders of a role before changing them holds this until the end of the transaction. All roles of one town are
 * one thing, so that nobody loses a rank while another is counted.
 */
export async function lockRole(trx: Database, { role, scope }: HeldRole): Promise<void> {
  const what = role.startsWith('town-') ? 'town' : role;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`role ${what} ${scope}`}, 0))`.execute(trx);
}

export async function countHolders(db: Database, { role, scope }: HeldRole): Promise<number> {
  const { count } = await db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .where('p.erased_at', 'is', null)
    .where('g.role', '=', role)
    .where('g.scope', '=', scope)
    .where('g.revoked_at', 'is', null)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Grants held now: of a person, of a town or of all. */
export async function heldGrants(
  db: Database,
  { personId, role, scope }: { personId?: number; role?: Role; scope?: string },
): Promise<Grant[]> {
  let asked = db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .leftJoin('person as by', 'by.id', 'g.granted_by')
    .where('g.revoked_at', 'is', null)
    .where('p.erased_at', 'is', null);
  if (personId !== undefined) asked = asked.where('g.person_id', '=', personId);
  if (role !== undefined) asked = asked.where('g.role', '=', role);
  if (scope !== undefined) asked = asked.where('g.scope', '=', scope);
  const rows = await asked
    .select(['g.id', 'g.person_id as personId', 'g.role', 'g.scope', 'g.granted_at as grantedAt'])
    .select(['p.name as personName', 'p.email as personEmail', 'by.name as grantedBy'])
    .orderBy('g.id')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** Grants it unless it is held; false: it was. */
export async function insertGrant(
  trx: Database,
  {
    personId,
    role,
    scope,
    grantedBy,
    at,
  }: HeldRole & { personId: number; grantedBy: number | null; at: Date },
): Promise<boolean> {
  const rows = await trx
    .insertInto('role_grant')
    .values({ person_id: personId, role, scope, granted_by: grantedBy, granted_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
}

/** Ends grants by their numbers. */
export async function endGrants(trx: Database, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('role_grant')
    .set({ revoked_at: at })
    .where('id', 'in', ids)
    .where('revoked_at', 'is', null)
    .execute();
}
