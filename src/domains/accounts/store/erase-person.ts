import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/** Whom else the secretariat has; without anybody nobody could name the next. */
export async function othersInSecretariat(db: Database, personId: number): Promise<number> {
  const { count } = await db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select(sql<number>`count(distinct person.id)::int`.as('count'))
    .where('role', '=', 'secretariat')
    .where('revoked_at', 'is', null)
    .where('erased_at', 'is', null)
    .where('person.id', '!=', personId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Jobs that hold the person's address or number, done or not: mails that were asked for, whatever else names them, and what became of it. */
async function forgetJobs(trx: Database, personId: number, email: string): Promise<void> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('pgboss.job') is not null as there`.execute(trx);
  if (!rows[0]?.there) return;
  await sql`delete from pgboss.job where data ->> 'personId' = ${String(personId)}
    or position(${email} in lower(coalesce(data::text, '') || ' ' || coalesce(output::text, ''))) > 0`.execute(
    trx,
  );
}

/**
 * Empties all that the tables of people hold of a person; the row stays, so that what points at it still does. Outbox and audit log have
 * their own functions.
 */
export async function emptyPerson(trx: Database, personId: number, email: string): Promise<void> {
  const nobody = `erased-${personId}@erased.invalid`;
  for (const table of ['session', 'sign_in_method', 'second_factor', 'passkey', 'email_change'] as const)
    await trx.deleteFrom(table).where('person_id', '=', personId).execute();
  await sql`delete from verification where value = ${String(personId)} or position(${JSON.stringify(email)} in value) > 0
    or position(${email} in lower(identifier)) > 0`.execute(trx);
  await forgetJobs(trx, personId, email);
  const now = sql<Date>`now()`;
  await trx
    .updateTable('role_grant')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
  await trx.deleteFrom('invitation').where('email', '=', email).where('accepted_at', 'is', null).execute();
  // Accepted by a former address too.
  await trx
    .updateTable('invitation')
    .set({ email: nobody })
    .where((eb) => eb.or([eb('email', '=', email), eb('accepted_by', '=', personId)]))
    .execute();
  // Nobody is left to decide about.
  await trx
    .updateTable('town_claim')
    .set({ decision: 'withdrawn', decided_at: now })
    .where('person_id', '=', personId)
    .where('decision', 'is', null)
    .execute();
  await trx
    .updateTable('town_claim')
    .set({ organisation: '', job_title: '', letter: '', decision_reason: null })
    .where('person_id', '=', personId)
    .execute();
  await trx
    .updateTable('person')
    .set({
      email: nobody,
      email_verified: false,
      name: '',
      language: 'en',
      two_factor_enabled: false,
      notifications: '{}',
      erased_at: now,
      updated_at: now,
    })
    .where('id', '=', personId)
    .execute();
}
