import type { RequestHandler } from './$types';
import { listTowns } from '#domains/places/index.ts';
import { defaultLanguage, type Language } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';
import { fixedPages } from '#ui/sitemap/fixed-pages.ts';
import { sitemap } from '#ui/sitemap/sitemap.ts';

/** The pages that always are there, and the towns. */
export const GET: RequestHandler = async ({ locals: { db, settings } }) => {
  const { countries, areas } = await listTowns(db, defaultLanguage);
  const towns = [...countries.flatMap((country) => country.towns), ...areas].map(({ id }) => ({
    path: (language: Language) => paths.town(language, id),
  }));
  return new Response(sitemap(settings.origin, [...fixedPages, ...towns]), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
