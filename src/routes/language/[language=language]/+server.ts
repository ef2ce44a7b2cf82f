import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { isLanguage } from '#services/i18n/index.ts';
import { inOtherLanguage, languageCookie, paths } from '#ui/paths.ts';

const year = 365 * 24 * 60 * 60;

/** Path and query of a page here, as a browser would resolve them; null for everything else, such as '/en/..//elsewhere.example'. */
function pageOfThisSite(to: string, here: URL): string | null {
  if (!to.startsWith('/') || to.length > 2000 || !URL.canParse(to, here)) return null;
  const { origin, pathname, search } = new URL(to, here);
  return origin === here.origin && isLanguage(pathname.split('/')[1]) ? pathname + search : null;
}

/** Remembers the chosen language and goes back to the same page in it. Only to this site: `to` must be a path of a page. */
export const GET: RequestHandler = ({ params, url, cookies }) => {
  cookies.set(languageCookie, params.language, {
    path: '/',
    maxAge: year,
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
  });
  const page = pageOfThisSite(url.searchParams.get('to') ?? '', url);
  redirect(303, page === null ? paths.home(params.language) : inOtherLanguage(page, params.language));
};
