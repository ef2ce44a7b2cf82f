import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { paths } from '#ui/paths.ts';

/** The first visit goes by the chosen language, else by Accept-Language. */
export const GET: RequestHandler = ({ locals, setHeaders }) => {
  setHeaders({ vary: 'accept-language, cookie', 'cache-control': 'private, no-cache' });
  redirect(302, paths.home(locals.language));
};
