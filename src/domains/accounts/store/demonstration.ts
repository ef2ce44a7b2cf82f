import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { HeldRole } from '../model.ts';

/** Whether demonstration accounts were ever made here, be they removed since. Waits for another process that makes them. */
export async function hasDemonstration(trx: Database): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('nacre demonstration accounts'))`.execute(trx);
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('is_demonstration', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertDemonstrationPerson(
  trx: Database,
  { email, name, held }: { email: string; name: string; held: HeldRole | null },
): Promise<number> {
  const { id } = await trx
    .insertInto('person')
    .values({ email, name, email_verified: true, is_demonstration: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (held)
    await trx
      .insertInto('role_grant')
      .values({ person_id: id, ...held })
      .execute();
  return id;
}

export async function demonstrationPeople(db: Database): Promise<{ id: number; email: string }[]> {
  return db
    .selectFrom('person')
    .select(['id', 'email'])
    .where('is_demonstration', '=', true)
    .where('erased_at', 'is', null)
    .orderBy('id')
    .execute();
}
