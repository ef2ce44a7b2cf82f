import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { PersonId } from '../model.ts';

/** Whom a mail goes to. */
export type Addressee = { id: PersonId; email: string; name: string; language: Language };

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
