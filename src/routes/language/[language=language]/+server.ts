import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { inOtherLanguage, languageCookie, paths } from '#ui/paths.ts';

const year = 365 * 24 * 60 * 60;

/** Remembers the chosen language and goes back to the same page in it. Only to this site: `to` must be a path of a page. */
export const GET: RequestHandler = ({ params, url, cookies }) => {
  const to = url.searchParams.get('to') ?? '';
  const isPage = /^\/[a-z]{2}(?:[/?]|$)/.test(to) && !to.includes('\\') && to.length < 2000;
  cookies.set(languageCookie, params.language, {
    path: '/',
    maxAge: year,
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
  });
  redirect(
    303,
    isPage
      ? new URL(inOtherLanguage(to, params.language), url).href.slice(url.origin.length)
      : paths.home(params.language),
  );
};
