import { sql, type RawBuilder } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { DraftPicture } from '../model.ts';

/** Whether readers may see a picture, might before it was withdrawn, or never could. */
export async function pictureState(
  db: Database,
  digest: string,
): Promise<'published' | 'archived' | undefined> {
  const row = await db
    .selectFrom('practice_picture as pi')
    .innerJoin('practice as p', 'p.id', 'pi.practice_id')
    .select('p.state')
    .where('pi.digest', '=', digest)
    .orderBy('p.state', 'desc')
    .executeTakeFirst();
  return row?.state as 'published' | 'archived' | undefined;
}

/** The pictures that may stand in a draft. */
export async function draftPictures(db: Database, draftId: number): Promise<Set<string>> {
  const rows = await db
    .selectFrom('practice_draft_picture')
    .select('digest')
    .where('draft_id', '=', draftId)
    .execute();
  return new Set(rows.map(({ digest }) => digest));
}

/** Lets these pictures stand in a draft. */
export async function allowPictures(
  trx: Database,
  draftId: number,
  digests: readonly string[],
): Promise<void> {
  if (digests.length === 0) return;
  await trx
    .insertInto('practice_draft_picture')
    .values(digests.map((digest) => ({ draft_id: draftId, digest })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Puts these pictures in the place of all that a practice has. */
export async function replacePictures(
  trx: Database,
  practiceId: number,
  pictures: readonly DraftPicture[],
): Promise<void> {
  await trx.deleteFrom('practice_picture').where('practice_id', '=', practiceId).execute();
  if (pictures.length === 0) return;
  await trx
    .insertInto('practice_picture')
    .values(
      pictures.map(({ digest, alt, credit, licence }, position) => ({
        practice_id: practiceId,
        position,
        digest,
        alt,
        credit,
        licence,
      })),
    )
    .execute();
}

/** The digests of the pictures that readers see, and of those in what is being written, as a query that is part of another. */
export const picturesInUse: RawBuilder<{ digest: string }> = sql`
  select pi.digest from practice_picture pi join practice p on p.id = pi.practice_id where p.state = 'published'
  union
  select named ->> 'digest' from practice_draft d
    join practice_draft_version v on v.draft_id = d.id and v.number = d.version
    cross join jsonb_array_elements(coalesce(v.content -> 'pictures', '[]')) as named
  where d.state in ('draft', 'submitted', 'in-review', 'changes-asked')`;
