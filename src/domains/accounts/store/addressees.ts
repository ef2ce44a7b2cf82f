import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { PersonId } from '../model.ts';

/** Whom a mail goes to. */
export type Addressee = { id: PersonId; email: string; name: string; language: Language };

/** Everybody of the secretariat, whether or not they are signed in. */
export async function secretariatPeople(db: Database): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('role_grant')
    .select('person_id')
    .where('role', '=', 'secretariat')
    .where('revoked_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** Where to write to these persons; those who were erased are left out. */
export async function addressees(db: Database, ids: readonly PersonId[]): Promise<Addressee[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('person')
    .select(['id', 'email', 'name', 'language'])
    .where('id', 'in', [...ids])
    .where('erased_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows as Addressee[];
}
