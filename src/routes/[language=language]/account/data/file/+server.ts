import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { exportAccountAndWritings } from '#domains/practices/index.ts';
import { paths } from '#ui/paths.ts';
import { unkept } from '../../../form-answers.ts';

/** All that is held about the person, as a file. By POST: it is noted in the log, and a link must not cause that. */
export const POST: RequestHandler = async ({ locals }) => {
  const exported = await exportAccountAndWritings(locals.act());
  // The page says what is missing.
  if (!exported.ok) redirect(303, paths.ownData(locals.language));
  return new Response(exported.value, {
    headers: {
      ...unkept,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="nacre-my-data.json"',
    },
  });
};
