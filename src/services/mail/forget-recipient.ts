import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/**
 * Empties every mail to this address, in whatever case it is written. That a mail of its kind was written stays, without whom to. One
 * that waits is not sent any more. Returns how many.
 */
export async function forgetRecipient(trx: Database, address: string): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set({
      state: 'erased',
      recipient: null,
      person_id: null,
      subject: null,
      body_text: null,
      body_html: null,
      secrets: '{}',
      last_error: null,
    })
    .where(sql<boolean>`lower(recipient) = lower(${address})`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
