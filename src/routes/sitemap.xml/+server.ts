import type { RequestHandler } from './$types';
import { listTowns } from '#domains/places/index.ts';
import { publishedSlugs } from '#domains/practices/index.ts';
import { defaultLanguage, languages, type Language } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';

type Entry = { path: (language: Language) => string; changedOn?: string };

const fixedPages: Entry[] = [
  { path: paths.home },
  { path: (l) => paths.practices(l) },
  { path: paths.towns },
  { path: (l) => paths.townsLike(l) },
  { path: (l) => paths.map(l) },
  { path: paths.vocabulary },
  { path: paths.about },
  { path: paths.languages },
];

/** Every page in every language, each with its alternates (sitemaps.org, with Google's hreflang links). */
export const GET: RequestHandler = async ({ locals }) => {
  const practices = await publishedSlugs(locals.db);
  const { countries, areas } = await listTowns(locals.db, defaultLanguage);
  const entries: Entry[] = [
    ...fixedPages,
    ...[...countries.flatMap((country) => country.towns), ...areas].map(({ id }) => ({
      path: (language: Language) => paths.town(language, id),
    })),
    ...practices.map(({ slug, changedAt }) => ({
      path: (language: Language) => paths.practice(language, slug),
      changedOn: changedAt.toISOString().slice(0, 10),
    })),
  ];
  const body = entries.flatMap((entry) =>
    languages.map((language) => urlElement(locals.settings.origin, entry, language)),
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${body.join('\n')}\n</urlset>\n`,
    { headers: { 'content-type': 'application/xml; charset=utf-8' } },
  );
};

// Addresses hold only letters, digits, hyphens and slashes, so nothing needs escaping.
function urlElement(origin: string, { path, changedOn }: Entry, language: Language): string {
  const alternates = languages
    .map((l) => `<xhtml:link rel="alternate" hreflang="${l}" href="${origin}${path(l)}"/>`)
    .join('');
  return `<url><loc>${origin}${path(language)}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ''}${alternates}</url>`;
}
