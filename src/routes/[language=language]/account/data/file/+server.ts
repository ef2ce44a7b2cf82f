import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { exportAccount } from '#domains/accounts/index.ts';
import { paths } from '#ui/paths.ts';
import { unkept } from '../../../form-answers.ts';
import { personalRooms } from '../../rooms.ts';

/** All that is held about the person, as an archive. By POST: it is noted in the log, and a link must not cause that. */
export const POST: RequestHandler = async ({ locals }) => {
  const exported = await exportAccount(locals.act(), personalRooms);
  // The page says what is missing.
  if (!exported.ok) redirect(303, paths.ownData(locals.language));
  return new Response(new Uint8Array(exported.value), {
    headers: {
      ...unkept,
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="nacre-my-data.zip"',
    },
  });
};
