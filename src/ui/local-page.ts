import { isLanguage } from '#services/i18n/languages.ts';

const LONGEST = 2000;

/**
 * Path and query of a page of this site, as a browser would resolve them from `here`; null for everything else, such as
 * '/en/..//elsewhere.example'. Asked before a reader is led to an address that came with a request.
 */
export function localPage(to: string, here: URL): string | null {
  if (!to.startsWith('/') || to.length > LONGEST || !URL.canParse(to, here)) return null;
  const { origin, pathname, search } = new URL(to, here);
  return origin === here.origin && isLanguage(pathname.split('/')[1]) ? pathname + search : null;
}

/** Path and query of the page of this site that a request came from, by its referer; null where that is not known, or another site. */
export function cameFrom(referer: string | null, here: URL): string | null {
  return referer?.startsWith(`${here.origin}/`) ? localPage(referer.slice(here.origin.length), here) : null;
}
