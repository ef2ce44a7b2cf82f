import { createHmac } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Database } from '#platform/database/connect.ts';
import { base32 } from './one-time-code.ts';

/** What a demonstration account signs in with. */
export interface DemonstrationKeys {
  readonly password: string;
  /** In base32. */
  readonly totp: string;
}

const derived = (key: string, purpose: string, email: string): Buffer =>
  createHmac('sha256', key).update(`demonstration\n${purpose}\n${email}`).digest();

/** Made of this site's secret: the same at every start, known to nobody who has not seen them printed. */
export function demonstrationKeys(key: string, email: string): DemonstrationKeys {
  return {
    password: derived(key, 'password', email).toString('base64url').slice(0, 20),
    // Twenty bytes of text, since the library keeps secrets as text.
    totp: base32(Buffer.from(derived(key, 'totp', email).toString('base64url').slice(0, 20))),
  };
}

/** The secret as the library keeps it, before it is encrypted. */
export const demonstrationSecret = (key: string, email: string): string =>
  derived(key, 'totp', email).toString('base64url').slice(0, 20);

export async function insertPassword(trx: Database, personId: number, password: string): Promise<void> {
  await trx
    .insertInto('sign_in_method')
    .values({
      person_id: personId,
      provider_id: 'credential',
      account_id: String(personId),
      password: await hashPassword(password),
    })
    .execute();
}

export async function insertFactor(
  trx: Database,
  personId: number,
  { secret, codes }: { secret: string; codes: string },
): Promise<void> {
  await trx
    .insertInto('second_factor')
    .values({ person_id: personId, secret, backup_codes: codes, verified: true })
    .execute();
  await trx.updateTable('person').set({ two_factor_enabled: true }).where('id', '=', personId).execute();
}
