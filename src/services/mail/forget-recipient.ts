import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/**
 * Empties every mail to this address, in whatever case it is written, and with a person's number also those to their other addresses and
 * those to others that tell of them. That a mail of its kind was written stays, without whom to. One that waits is not sent any more.
 * Returns how many.
 */
export async function forgetRecipient(trx: Database, address: string, personId?: number): Promise<number> {
  const letters = address.replaceAll(/[^\p{L}\p{N}]/gu, (sign) => `\\${sign}`);
  // The whole address: "a@town.example" stands neither in "anna@town.example" nor in "a@town.example.org".
  const whole = `(?<![[:alnum:]._%+-])${letters}(?![[:alnum:]-]|\\.[[:alnum:]])`;
  const ofPerson =
    personId === undefined
      ? sql`false`
      : sql`person_id = ${personId} or (about <> '{}' and about @> array[${personId}::bigint])
        or (subject || ' ' || body_text) ~* ${whole}`;
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
      about: [],
    })
    .where(sql<boolean>`(lower(recipient) = lower(${address}) or ${ofPerson})`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
