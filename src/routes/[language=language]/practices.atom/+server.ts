import type { RequestHandler } from './$types';
import { feedParameters, parseFilters } from '#domains/practices/forms/list-filters.ts';
import { currentFilters, latestPractices } from '#domains/practices/index.ts';
import { formatList, m } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';
import { practiceFeed } from '#ui/practice/practice-feed.ts';

const most = 50;

/** The practices put here last, under the facets of the list's address that a feed keeps to. Open to any origin. */
export const GET: RequestHandler = async ({ locals: { db, language, settings }, url }) => {
  const filters = await currentFilters(db, parseFilters(url.searchParams));
  const parameters = feedParameters(filters);
  const { practices, chosen } = await latestPractices(db, filters.facets, language, most);
  const feed = practiceFeed({
    practices,
    title:
      chosen.length > 0
        ? m.practices_feed_title_tags({ tags: formatList(chosen, language) })
        : m.practices_feed_title(),
    language,
    origin: settings.origin,
    self: paths.practicesAtom(language, parameters),
    list: paths.practices(language, parameters),
  });
  const lastChange = Math.max(0, ...practices.map(({ changedAt }) => changedAt.getTime()));
  return new Response(feed, {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'access-control-allow-origin': '*',
      ...(lastChange > 0 && { 'last-modified': new Date(lastChange).toUTCString() }),
    },
  });
};
