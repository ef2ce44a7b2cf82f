import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/** Deletes invitations that are over, and claims that were refused or taken back, once their period has passed. How many rows. */
export async function purgeRows(db: Database, now: Date): Promise<number> {
  const statements = [
    sql`delete from invitation using retention_period as period where period.subject = 'invitation'
      and coalesce(accepted_at, withdrawn_at, expires_at) < ${now}::timestamptz - period.days * interval '1 day'`,
    sql`delete from town_claim using retention_period as period where period.subject = 'town-claim'
      and decision in ('refused', 'withdrawn') and decided_at < ${now}::timestamptz - period.days * interval '1 day'`,
  ];
  let rows = 0;
  for (const statement of statements) rows += Number((await statement.execute(db)).numAffectedRows ?? 0);
  return rows;
}
