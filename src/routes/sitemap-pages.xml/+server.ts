import type { RequestHandler } from './$types';
import { fixedPages } from '#ui/sitemap/fixed-pages.ts';
import { sitemap } from '#ui/sitemap/sitemap.ts';

export const GET: RequestHandler = ({ locals: { settings } }) =>
  new Response(sitemap(settings.origin, fixedPages), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
