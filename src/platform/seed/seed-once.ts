import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { seedChecksum } from './seed-checksum.ts';

// Any fixed number: every process of Nacre waits here for its turn.
const seedingLock = 7_120_604_518;

/**
 * Does `work` in one transaction, all of it or nothing, unless the seed's files are as they were at the last time. Several processes may
 * start at once: the others wait and find it done.
 */
export async function seedOnce(db: Database, work: (trx: Database) => Promise<void>): Promise<void> {
  const checksum = await seedChecksum();
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${seedingLock})`.execute(trx);
    const loaded = await trx
      .selectFrom('seed_row')
      .select('content_digest')
      .where('table_name', '=', '')
      .executeTakeFirst();
    if (loaded?.content_digest === checksum) return;
    await work(trx);
    await trx
      .insertInto('seed_row')
      .values({ table_name: '', row_key: '', content_digest: checksum, stored_digest: '' })
      .onConflict((conflict) =>
        conflict.columns(['table_name', 'row_key']).doUpdateSet({ content_digest: checksum }),
      )
      .execute();
  });
}
