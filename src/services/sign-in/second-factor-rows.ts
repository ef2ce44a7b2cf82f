import type { Database } from '#platform/database/connect.ts';

/** A second factor as it lies in the database: its secret is encrypted by the library. */
export interface StoredFactor {
  readonly secret: string;
  /** Whether a code of it has been given: only then does it count. */
  readonly isConfirmed: boolean;
  readonly lastStep: number | null;
}

/** Read with a lock inside of a transaction: of two who give one code at once, the second waits and sees it taken. */
export async function storedFactor(db: Database, personId: number): Promise<StoredFactor | undefined> {
  const row = await db
    .selectFrom('second_factor')
    .select(['secret', 'verified', 'last_step'])
    .where('person_id', '=', personId)
    .$if(db.isTransaction, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && { secret: row.secret, isConfirmed: row.verified, lastStep: row.last_step };
}

export async function keepStep(trx: Database, personId: number, step: number): Promise<void> {
  await trx.updateTable('second_factor').set({ last_step: step }).where('person_id', '=', personId).execute();
}

export async function removeFactor(trx: Database, personId: number): Promise<void> {
  await trx.deleteFrom('second_factor').where('person_id', '=', personId).execute();
  await trx
    .updateTable('session')
    .set({ second_factor_at: null })
    .where('person_id', '=', personId)
    .execute();
  await trx.updateTable('person').set({ two_factor_enabled: false }).where('id', '=', personId).execute();
}

/** Replaces the recovery codes; `encrypted` as the library reads them. */
export async function keepRecoveryCodes(trx: Database, personId: number, encrypted: string): Promise<void> {
  await trx
    .updateTable('second_factor')
    .set({ backup_codes: encrypted })
    .where('person_id', '=', personId)
    .execute();
}
