import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import { LOST_AFTER_DAYS } from './limits.ts';

/** The job that clears the outbox. */
export const PURGE_OUTBOX = 'purge-outbox';

/** What a purge did, in mails. */
export interface Purged {
  readonly emptied: number;
  readonly lost: number;
  readonly deleted: number;
}

/**
 * Empties secrets that have expired, gives up mails whose job was lost, and deletes what is older than the retention period. A mail
 * that waits with an expired secret has failed: what it was for is over.
 */
export async function purgeOutbox(db: Database): Promise<Purged> {
  const emptied = await sql`
    update outbox set secrets = '{}',
      state = case state when 'waiting' then 'failed' else state end,
      last_error = case state when 'waiting' then 'Its link had expired.' else last_error end
    where secrets <> '{}' and secrets_expire_at <= now()`.execute(db);
  const lost = await sql`
    update outbox set state = 'failed', secrets = '{}', last_error = coalesce(last_error, 'It waited for too long.')
    where state = 'waiting' and created_at < now() - ${LOST_AFTER_DAYS}::int * interval '1 day'`.execute(db);
  const deleted = await sql`
    delete from outbox using retention_period as period
    where period.subject = 'outbox' and created_at < now() - period.days * interval '1 day'`.execute(db);
  const count = ({ numAffectedRows }: { numAffectedRows?: bigint }): number => Number(numAffectedRows ?? 0);
  return { emptied: count(emptied), lost: count(lost), deleted: count(deleted) };
}
