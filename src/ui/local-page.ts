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
