import type { RequestHandler } from './$types';
import { readDraftPicture } from '#domains/practices/index.ts';
import { pictureAnswer } from '../../../../../../pictures/picture-answer.ts';
import { notFound } from '../../../../act.ts';

/** A picture of a draft, for who may read the draft; for everybody else there is none. */
export const GET: RequestHandler = async ({ params: { draft, digest, file }, locals, request }) => {
  const picture = await readDraftPicture(locals.db, locals.actor, { draftId: draft, digest, file });
  if (!picture) return notFound();
  return pictureAnswer(picture, {
    keeping: 'private, no-store',
    etag: `"draft-${digest.slice(0, 16)}-${file}"`,
    file,
    request,
  });
};
