import type { RequestHandler } from './$types';
import { paths } from '#ui/paths.ts';

export const GET: RequestHandler = ({ locals }) =>
  new Response(`User-agent: *\nDisallow: /language/\nSitemap: ${locals.settings.origin}${paths.sitemap}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
