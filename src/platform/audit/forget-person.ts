import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { appendCounting, demandTransaction } from './append-audit.ts';
import type { AuditActor } from './model.ts';

/** Who erases, and when. */
export interface ErasedBy {
  readonly actor: AuditActor;
  readonly at: Date;
}

/**
 * Empties what the audit log holds of a person: that they acted, that they were the subject, and what was noted about them
 * before and after. The entries stay, and the chain verifies. Writes an entry 'audit.forget' that says how many parts were
 * emptied and not whose; where persons forget themselves it does not name them either. Returns that number.
 */
export async function forgetPerson(
  trx: Database,
  personId: number,
  { actor, at }: ErasedBy,
): Promise<number> {
  demandTransaction(trx);
  const emptied = [
    sql`update audit_value set detail_salt = null, before = null, after = null, about = null
      where about <> '{}' and about @> array[${personId}::bigint]`,
    sql`update audit_value set subject_salt = null, subject_person_id = null where subject_person_id = ${personId}`,
    sql`update audit_value set actor_salt = null, actor_id = null, actor_name = null where actor_id = ${personId}`,
  ];
  let parts = 0;
  for (const statement of emptied) parts += Number((await statement.execute(trx)).numAffectedRows ?? 0);
  const by = actor.personId === personId ? { ...actor, personId: null, name: null } : actor;
  await appendCounting(
    trx,
    { act: 'audit.forget', subject: { kind: 'audit', id: null }, actor: by, at },
    parts,
  );
  return parts;
}
