import type { RequestHandler } from './$types';
import { sitemapParts } from '#domains/practices/index.ts';
import { paths } from '#ui/paths.ts';
import { sitemapIndex } from '#ui/sitemap/sitemap.ts';

/** The sitemap of sitemaps: one of the fixed pages, and practices by ranges of their numbers. */
export const GET: RequestHandler = async ({ locals: { db, settings } }) => {
  const parts = await sitemapParts(db);
  const body = sitemapIndex(settings.origin, [
    { path: paths.sitemapOfPages },
    ...parts.map(({ part, changedAt }) => ({ path: paths.sitemapOfPractices(part), changedAt })),
  ]);
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
