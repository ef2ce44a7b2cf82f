import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { PersonId } from '../model.ts';

export interface EmailChange {
  readonly personId: PersonId;
  readonly email: string;
  readonly isOldConfirmed: boolean;
  readonly isNewConfirmed: boolean;
}

export interface NewEmailChange {
  readonly personId: number;
  readonly email: string;
  readonly oldTokenHash: string;
  readonly newTokenHash: string;
  readonly expiresAt: Date;
}

/** Keeps the person's wish; one that waited is replaced. */
export async function keepEmailChange(
  trx: Database,
  { personId, email, oldTokenHash, newTokenHash, expiresAt }: NewEmailChange,
): Promise<void> {
  const values = {
    new_email: email,
    old_token_hash: oldTokenHash,
    new_token_hash: newTokenHash,
    old_confirmed_at: null,
    new_confirmed_at: null,
    expires_at: expiresAt,
  };
  await trx
    .insertInto('email_change')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute();
}

/** Confirms the side that this token belongs to, once; undefined when it belongs to none, was used or has run out. */
export async function confirmSide(trx: Database, hash: string, now: Date): Promise<EmailChange | undefined> {
  const row = await trx
    .updateTable('email_change')
    .set({
      old_confirmed_at: sql`case when old_token_hash = ${hash} then ${now} else old_confirmed_at end`,
      new_confirmed_at: sql`case when new_token_hash = ${hash} then ${now} else new_confirmed_at end`,
    })
    .where('expires_at', '>', now)
    .where((is) =>
      is.or([
        is.and([is('old_token_hash', '=', hash), is('old_confirmed_at', 'is', null)]),
        is.and([is('new_token_hash', '=', hash), is('new_confirmed_at', 'is', null)]),
      ]),
    )
    .returning(['person_id', 'new_email', 'old_confirmed_at', 'new_confirmed_at'])
    .executeTakeFirst();
  return (
    row && {
      personId: row.person_id as PersonId,
      email: row.new_email,
      isOldConfirmed: row.old_confirmed_at !== null,
      isNewConfirmed: row.new_confirmed_at !== null,
    }
  );
}

export async function forgetEmailChange(trx: Database, personId: number): Promise<void> {
  await trx.deleteFrom('email_change').where('person_id', '=', personId).execute();
}

/** Links and resets that wait in a mailbox: theirs by number, or by the address that they were sent to. */
export async function voidTokens(trx: Database, personId: number, email: string): Promise<void> {
  await sql`delete from verification where value = ${String(personId)} or position(${JSON.stringify(email)} in value) > 0`.execute(
    trx,
  );
}

export async function applyEmailChange(
  trx: Database,
  personId: number,
  from: string,
  to: string,
): Promise<void> {
  await voidTokens(trx, personId, from);
  await trx
    .updateTable('person')
    .set({ email: to, updated_at: sql`now()` })
    .where('id', '=', personId)
    .execute();
}
