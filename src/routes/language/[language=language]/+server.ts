import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { localPage } from '#ui/local-page.ts';
import { inOtherLanguage, languageCookie, paths } from '#ui/paths.ts';

const year = 365 * 24 * 60 * 60;

/** Remembers the chosen language and goes back to the same page in it. Only to this site: `to` must be a path of a page. */
export const GET: RequestHandler = ({ params, url, cookies }) => {
  cookies.set(languageCookie, params.language, {
    path: '/',
    maxAge: year,
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
  });
  const page = localPage(url.searchParams.get('to') ?? '', url);
  redirect(303, page === null ? paths.home(params.language) : inOtherLanguage(page, params.language));
};
