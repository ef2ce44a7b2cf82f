import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { JobKind } from '#platform/queue/start-queue.ts';

/** What has run out is forgotten: sessions, tokens, counted attempts, changes of address. Returns how many rows. */
export async function purgeSignIn(db: Database): Promise<number> {
  const tables = [
    sql`delete from session where expires_at <= now()`,
    sql`delete from verification where expires_at <= now()`,
    sql`delete from attempt where window_ends_at <= now()`,
    sql`delete from email_change where expires_at <= now()`,
  ];
  let rows = 0;
  for (const statement of tables) rows += Number((await statement.execute(db)).numAffectedRows ?? 0);
  return rows;
}

/** The jobs of this service, for the queue: every night. */
export const signInJobs = (db: Database): JobKind[] => [
  {
    name: 'purge-sign-in',
    expiresAfter: 300,
    schedule: '20 2 * * *',
    work: async () => void (await purgeSignIn(db)),
  },
];
