import { languages, type Language } from '#services/i18n/languages.ts';
import { escapeXml } from '../pearl/xml.ts';

/** A page of the site in every language; `changedAt` where it is known. */
export type SitemapEntry = { path: (language: Language) => string; changedAt?: Date };

const day = (moment: Date) => moment.toISOString().slice(0, 10);
const lastmod = (changedAt: Date | undefined) => (changedAt ? `<lastmod>${day(changedAt)}</lastmod>` : '');
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Pages in every language, each with its alternates (sitemaps.org, with Google's hreflang links). */
export function sitemap(origin: string, entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ path, changedAt }) => {
    const addresses = languages.map((language) => ({ language, at: escapeXml(origin + path(language)) }));
    const rest =
      lastmod(changedAt) +
      addresses
        .map(({ language, at }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${at}"/>`)
        .join('');
    return addresses.map(({ at }) => `<url><loc>${at}</loc>${rest}</url>\n`).join('');
  });
  return `${head}<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('')}</urlset>\n`;
}

/** The sitemap of sitemaps. */
export function sitemapIndex(origin: string, parts: readonly { path: string; changedAt?: Date }[]): string {
  const entries = parts.map(
    ({ path, changedAt }) =>
      `<sitemap><loc>${escapeXml(origin + path)}</loc>${lastmod(changedAt)}</sitemap>\n`,
  );
  return `${head}<sitemapindex ${namespace}>\n${entries.join('')}</sitemapindex>\n`;
}
