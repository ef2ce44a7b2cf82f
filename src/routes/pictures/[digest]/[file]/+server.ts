import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { readPicture } from '#domains/practices/index.ts';
import { pictureAnswer } from '../../picture-answer.ts';

/** A picture of a published practice. The digest is of what is sent, so the answer may be kept for ever. */
export const GET: RequestHandler = async ({ params: { digest, file }, locals, request }) => {
  const picture = await readPicture(locals.db, digest, file);
  if (picture === 'gone') error(410, 'The picture was withdrawn');
  if (!picture) error(404, 'No such picture');
  return pictureAnswer(picture, {
    keeping: 'public, max-age=31536000, immutable',
    etag: `"${digest.slice(0, 16)}-${file}"`,
    file,
    request,
  });
};
