import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

// Any fixed number: every process of Nacre waits here for its turn.
const seedingLock = 7_120_604_518;

/** Does `work` in one transaction, all of it or nothing. Several processes may start at once: the others wait. */
export async function seedTurn(db: Database, work: (trx: Database) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${seedingLock})`.execute(trx);
    await work(trx);
  });
}

/** Whether `value` is another than at the last time under this `name`, which it is from now on. Call it in one's turn. */
export async function isNew(trx: Database, name: string, value: unknown): Promise<boolean> {
  const digest = createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
  const written = await trx
    .insertInto('seed_row')
    .values({ table_name: '', row_key: name, content_digest: digest, stored_digest: '' })
    .onConflict((conflict) =>
      conflict
        .columns(['table_name', 'row_key'])
        .doUpdateSet({ content_digest: digest })
        .where('seed_row.content_digest', '<>', digest),
    )
    .returning('row_key')
    .execute();
  return written.length > 0;
}
