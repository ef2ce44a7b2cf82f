import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { practicesOfSitemapPart } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';
import { sitemap } from '#ui/sitemap/sitemap.ts';

/** The practices of one range of numbers. A range without any is no page, since the sitemap of sitemaps names none. */
export const GET: RequestHandler = async ({ locals: { db, settings }, params }) => {
  const practices = await practicesOfSitemapPart(db, params.part);
  if (practices.length === 0) error(404, m.ui_error_404_title());
  const entries = practices.map(({ slug, changedAt }) => ({
    path: (language: Parameters<typeof paths.practice>[0]) => paths.practice(language, slug),
    changedAt,
  }));
  return new Response(sitemap(settings.origin, entries), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
