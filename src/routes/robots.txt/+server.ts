import type { RequestHandler } from './$types';
import { paths } from '#ui/paths.ts';

/** Addresses that make a document when they are asked for. */
const makeDocuments = ['/*/practices/*/pdf', '/*/practices/booklet', '/*/documents/']
  .map((path) => `Disallow: ${path}\n`)
  .join('');

export const GET: RequestHandler = ({ locals }) =>
  new Response(
    `User-agent: *\nDisallow: /language/\n${makeDocuments}Sitemap: ${locals.settings.origin}${paths.sitemap}\n`,
    {
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    },
  );
