import { sql } from 'kysely';
import { loadPlaceSeed } from '#domains/places/index.ts';
import { indexAllPractices, loadPracticeSeed } from '#domains/practices/index.ts';
import { loadVocabularySeed } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { silentLog, type Log } from '#platform/log.ts';
import { seedChecksum } from '#platform/seed/seed-checksum.ts';

// Any fixed number: every process of Nacre waits here for its turn.
const seedingLock = 7_120_604_518;

/**
 * Loads the seed world, in one transaction: all of it or nothing. Several processes may start at once; the others wait and find it done.
 * A seed that has not changed since it was loaded is not looked at again.
 */
export async function loadSeed(db: Database, { log = silentLog }: { log?: Log } = {}): Promise<void> {
  const checksum = await seedChecksum();
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${seedingLock})`.execute(trx);
    const loaded = await trx.selectFrom('seed_row').select('content_digest').where('table_name', '=', '').executeTakeFirst();
    if (loaded?.content_digest === checksum) return;
    log.info('Loading the seed world');
    await loadPlaceSeed(trx);
    await loadVocabularySeed(trx);
    await loadPracticeSeed(trx);
    const count = await indexAllPractices(trx);
    const mark = { table_name: '', row_key: '', content_digest: checksum, stored_digest: '' };
    await trx
      .insertInto('seed_row')
      .values(mark)
      .onConflict((conflict) => conflict.columns(['table_name', 'row_key']).doUpdateSet({ content_digest: checksum }))
      .execute();
    log.info(`Indexed ${count} practices`);
  });
}
