import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { HeldRole } from '../model.ts';

/**
 * How far the demonstration is: never made, there, there from before it had towns, or removed, after which it is not made again. Waits for
 * another process that makes it.
 */
export type DemonstrationState = 'none' | 'without-towns' | 'there' | 'removed';

export async function demonstrationState(trx: Database): Promise<DemonstrationState> {
  await sql`select pg_advisory_xact_lock(hashtext('nacre demonstration accounts'))`.execute(trx);
  const { made, kept, towns } = await trx
    .selectNoFrom((eb) => [
      eb
        .selectFrom('person')
        .select(sql<number>`count(*)::int`.as('n'))
        .where('is_demonstration', '=', true)
        .as('made'),
      eb
        .selectFrom('person')
        .select(sql<number>`count(*)::int`.as('n'))
        .where('is_demonstration', '=', true)
        .where('erased_at', 'is', null)
        .as('kept'),
      eb
        .selectFrom('place')
        .select(sql<number>`count(*)::int`.as('n'))
        .where('is_invented', '=', true)
        .as('towns'),
    ])
    .executeTakeFirstOrThrow();
  if (made === 0) return 'none';
  if (kept === 0) return 'removed';
  return towns === 0 ? 'without-towns' : 'there';
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

/** Removes what these people asked for and offered, and every rank, claim and invitation of these towns, whoever holds it. */
export async function deleteOffersOf(
  trx: Database,
  people: readonly number[],
  towns: readonly string[],
): Promise<void> {
  const ids = [...people];
  const scopes = [...towns];
  await sql`delete from town_claim where person_id = any(${ids}) or place_id = any(${scopes})`.execute(trx);
  await sql`delete from invitation
    where (invited_by = any(${ids}) and accepted_at is null) or scope = any(${scopes})`.execute(trx);
  await sql`delete from role_grant where scope = any(${scopes})`.execute(trx);
}
