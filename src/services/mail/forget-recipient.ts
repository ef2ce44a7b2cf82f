import { sql, type RawBuilder } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

const emptied = {
  state: 'erased',
  recipient: null,
  person_id: null,
  subject: null,
  body_text: null,
  body_html: null,
  secrets: '{}',
  last_error: null,
} as const;

const empty = async (trx: Database, which: RawBuilder<boolean>): Promise<number> => {
  const { numUpdatedRows } = await trx.updateTable('outbox').set(emptied).where(which).executeTakeFirst();
  return Number(numUpdatedRows);
};

/**
 * Empties every mail to this address, in whatever case it is written, and every mail to others in whose text it stands: a message that its
 * owner sent to somebody. That a mail of its kind was written stays, without whom to. One that waits is not sent any more. Returns how many.
 */
export async function forgetRecipient(trx: Database, address: string): Promise<number> {
  const letters = address.replaceAll(/[^\p{L}\p{N}]/gu, (sign) => `\\${sign}`);
  // The whole address: "a@town.example" stands neither in "anna@town.example" nor in "a@town.example.org".
  const whole = `(?<![[:alnum:]._%+-])${letters}(?![[:alnum:]-]|\\.[[:alnum:]])`;
  return (
    (await empty(trx, sql<boolean>`lower(recipient) = lower(${address})`)) +
    (await empty(trx, sql<boolean>`body_text ~* ${whole}`))
  );
}
