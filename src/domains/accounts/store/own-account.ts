import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';

export async function hasPassword(db: Database, personId: number): Promise<boolean> {
  const row = await db
    .selectFrom('sign_in_method')
    .select('id')
    .where('person_id', '=', personId)
    .where('password', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function setProfile(
  trx: Database,
  personId: number,
  { name, language, reminders }: { name: string; language: Language; reminders: boolean },
): Promise<void> {
  await trx
    .updateTable('person')
    .set({
      name,
      language,
      notifications: sql`notifications || ${JSON.stringify({ reminders })}::jsonb`,
      updated_at: sql`now()`,
    })
    .where('id', '=', personId)
    .execute();
}

/** One device that is signed in. */
export interface OwnSession {
  readonly id: number;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly userAgent: string;
}

export async function sessionsOf(db: Database, personId: number): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'created_at', 'expires_at', 'user_agent'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ id, created_at, expires_at, user_agent }) => ({
    id,
    startedAt: created_at,
    endsAt: expires_at,
    userAgent: user_agent ?? '',
  }));
}

export interface OwnPasskey {
  readonly id: number;
  readonly name: string;
  readonly createdAt: Date;
}

export async function passkeysOf(db: Database, personId: number): Promise<OwnPasskey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, created_at }) => ({ id, name: name ?? '', createdAt: created_at }));
}

/** Of a person what only their own page shows. */
export async function ownFacts(
  db: Database,
  personId: number,
): Promise<{ reminders: boolean; pendingEmail: string | null; hasApp: boolean }> {
  const row = await db
    .selectFrom('person')
    .leftJoin('email_change', 'email_change.person_id', 'person.id')
    .select([
      'person.two_factor_enabled',
      'person.notifications',
      'email_change.new_email',
      'email_change.expires_at',
    ])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow();
  const { reminders } = row.notifications as { reminders?: boolean };
  const isPending = row.expires_at !== null && row.expires_at > new Date();
  return {
    reminders: reminders ?? true,
    pendingEmail: isPending ? row.new_email : null,
    hasApp: row.two_factor_enabled,
  };
}

export async function removePasskeyOf(trx: Database, personId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('passkey')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
