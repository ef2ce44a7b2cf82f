import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

const monthOf = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`;

/**
 * Counts characters as sent in the month of `at`, before they are: false where they are more than are left, and nothing is counted. Not
 * in a transaction that may be undone, for what was sent was sent.
 */
export async function takeCharacters(
  db: Database,
  characters: number,
  { most, at }: { most: number; at: Date },
): Promise<boolean> {
  if (characters > most) return false;
  const { rows } = await sql`
    insert into translation_usage (month, characters) values (${monthOf(at)}, ${characters})
    on conflict (month) do update set characters = translation_usage.characters + excluded.characters
      where translation_usage.characters + excluded.characters <= ${most}
    returning month`.execute(db);
  return rows.length > 0;
}

/** Gives back what was counted and then not taken by the provider. */
export async function giveBack(db: Database, characters: number, at: Date): Promise<void> {
  await sql`update translation_usage set characters = greatest(characters - ${characters}, 0)
    where month = ${monthOf(at)}`.execute(db);
}

/** How many characters may still be sent in the month of `at`. */
export async function charactersLeft(db: Database, most: number, at: Date): Promise<number> {
  const row = await db
    .selectFrom('translation_usage')
    .select('characters')
    .where('month', '=', monthOf(at))
    .executeTakeFirst();
  return Math.max(0, most - (row?.characters ?? 0));
}
