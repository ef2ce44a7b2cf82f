import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { PersonId } from '../model.ts';

export interface PersonRow {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

const columns = (db: Database) =>
  db
    .selectFrom('person')
    .select([sql<PersonId>`id`.as('id'), 'name', 'email', sql<Language>`language`.as('language')])
    .where('erased_at', 'is', null);

export async function personByEmail(db: Database, email: string): Promise<PersonRow | undefined> {
  return columns(db).where('email', '=', email.toLowerCase()).executeTakeFirst();
}

export async function personById(db: Database, id: number): Promise<PersonRow | undefined> {
  return columns(db).where('id', '=', id).executeTakeFirst();
}

export async function setPersonLanguage(trx: Database, id: number, language: Language): Promise<void> {
  await trx.updateTable('person').set({ language }).where('id', '=', id).execute();
}
