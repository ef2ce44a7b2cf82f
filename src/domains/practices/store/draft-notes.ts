import type { PersonId } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { DraftNotes } from '../model.ts';

/** The reviewer's notes on a draft, by field. */
export async function notesOf(db: Database, draftId: number): Promise<DraftNotes> {
  const rows = await db
    .selectFrom('practice_draft_note')
    .select(['field', 'note'])
    .where('draft_id', '=', draftId)
    .execute();
  return Object.fromEntries(rows.map(({ field, note }) => [field, note]));
}

/** Who wrote the notes that the draft has. */
export async function noteAuthors(db: Database, draftId: number): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('practice_draft_note')
    .select('author_id')
    .distinct()
    .where('draft_id', '=', draftId)
    .where('author_id', 'is not', null)
    .execute();
  return rows.map((row) => row.author_id as PersonId);
}

/** Puts these notes in the place of all that the draft has. */
export async function replaceNotes(
  trx: Database,
  draftId: number,
  notes: DraftNotes,
  by: { authorId: PersonId | null; at: Date },
): Promise<void> {
  await trx.deleteFrom('practice_draft_note').where('draft_id', '=', draftId).execute();
  const rows = Object.entries(notes).map(([field, note]) => ({
    draft_id: draftId,
    field,
    note,
    author_id: by.authorId,
    written_at: by.at,
  }));
  if (rows.length > 0) await trx.insertInto('practice_draft_note').values(rows).execute();
}
