import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
  new Response(`User-agent: *\nDisallow: /language/\nSitemap: ${locals.settings.origin}/sitemap.xml\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
