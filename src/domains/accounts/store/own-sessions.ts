import type { Database } from '#platform/database/connect.ts';

/** When the session began; undefined when it has ended. */
export async function sessionStart(db: Database, sessionId: number): Promise<Date | undefined> {
  const row = await db
    .selectFrom('session')
    .select('created_at')
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row?.created_at;
}

/** Ends one session of this person; false when they have no such one. */
export async function endSession(trx: Database, personId: number, sessionId: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends the person's sessions, but for the one to keep. Returns how many. */
export async function endSessions(trx: Database, personId: number, keep: number | null): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .$if(keep !== null, (query) => query.where('id', '!=', keep ?? 0))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
