import { sql, type RawBuilder } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/**
 * Marks the pictures that are in use (`inUse`: a query for their digests), and forgets those that have not been for the time that
 * retention_period says. Returns how many went.
 */
export async function purgePictures(
  trx: Database,
  inUse: RawBuilder<{ digest: string }>,
  at: Date,
): Promise<number> {
  await sql`update picture set used_at = ${at} where used_at < ${at} and digest in (${inUse})`.execute(trx);
  const { numAffectedRows } = await sql`
    delete from picture using retention_period as period
    where period.subject = 'picture' and used_at < ${at}::timestamptz - period.days * interval '1 day'`.execute(
    trx,
  );
  return Number(numAffectedRows ?? 0);
}
