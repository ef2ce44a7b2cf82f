import { sql } from 'kysely';
import type { Demonstration } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';

/**
 * Removes the drafts of these people with their versions and notes; what somebody else wrote for one of these towns is that person's alone
 * from now on.
 */
export async function deleteDraftsOf(trx: Database, { people, towns }: Demonstration): Promise<void> {
  await sql`delete from practice_draft where owner_id = any(${[...people]})`.execute(trx);
  await sql`update practice_draft set team_place_id = null where team_place_id = any(${[...towns]})`.execute(
    trx,
  );
}

/** Removes what these people published. Returns its numbers; search and documents are the caller's. */
export async function deletePracticesOf(trx: Database, { people, towns }: Demonstration): Promise<number[]> {
  const { rows } = await sql<{
    id: number;
  }>`delete from practice where owner_id = any(${[...people]}) returning id`.execute(trx);
  await sql`update practice set team_place_id = null where team_place_id = any(${[...towns]})`.execute(trx);
  return rows.map(({ id }) => id);
}
