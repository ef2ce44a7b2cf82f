import type { RequestHandler } from './$types';
import { m } from '#services/i18n/index.ts';
import { openSearchDescription } from '#ui/open-search.ts';

/** Lets a browser search the practices from its address field. */
export const GET: RequestHandler = ({ locals: { language, settings } }) =>
  new Response(openSearchDescription(language, settings.origin, m.practices_list_description()), {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
