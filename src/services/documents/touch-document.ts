import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/** That a document was asked for or read keeps it; said once a day. */
export async function touchDocument(db: Database, digest: string): Promise<void> {
  await db
    .updateTable('document')
    .set({ asked_at: sql<Date>`now()` })
    .where('digest', '=', digest)
    .where('asked_at', '<', sql<Date>`now() - interval '1 day'`)
    .execute();
}
