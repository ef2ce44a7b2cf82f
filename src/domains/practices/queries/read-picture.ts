import type { Actor } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { pictureFile, type ServedPicture } from '#services/pictures/index.ts';
import { mayRead } from '../policy.ts';
import { draftById } from '../store/drafts.ts';
import { draftPictures, pictureState } from '../store/pictures.ts';

/** A file of a picture of a published practice; `'gone'` where the practice was withdrawn. */
export async function readPicture(
  db: Database,
  digest: string,
  file: string,
): Promise<ServedPicture | 'gone' | undefined> {
  const state = await pictureState(db, digest);
  if (state === undefined) return undefined;
  return state === 'archived' ? 'gone' : pictureFile(db, digest, file);
}

export type DraftPictureAsked = { draftId: number; digest: string; file: string };

/** A file of a picture of a draft; undefined where there is none that the actor may see, and nobody learns which. */
export async function readDraftPicture(
  db: Database,
  actor: Actor,
  { draftId, digest, file }: DraftPictureAsked,
): Promise<ServedPicture | undefined> {
  const draft = await draftById(db, draftId);
  if (!draft || !mayRead(actor, draft)) return undefined;
  return (await draftPictures(db, draftId)).has(digest) ? pictureFile(db, digest, file) : undefined;
}
