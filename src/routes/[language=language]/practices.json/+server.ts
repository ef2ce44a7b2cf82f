import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { parseFilters } from '#domains/practices/forms/list-filters.ts';
import { currentFilters, listPractices, practiceIdentifier } from '#domains/practices/index.ts';
import { practiceItem } from '#ui/practice/practice-item.ts';

/** The list as data: the same address parameters, vocabulary codes instead of labels. Open to any origin. */
export const GET: RequestHandler = async ({ locals: { db, language, settings }, url }) => {
  const list = await listPractices(db, await currentFilters(db, parseFilters(url.searchParams)), language);
  return json(
    {
      total: list.total,
      page: list.filters.page,
      pageCount: list.pageCount,
      items: list.practices.map((practice) =>
        practiceItem(practice, practiceIdentifier(practice.id), language, settings.origin),
      ),
      facets: Object.fromEntries(
        list.facets.map(({ name, values }) => [
          name,
          values.map(({ code, label, count }) => ({ code, label, count })),
        ]),
      ),
    },
    { headers: { 'access-control-allow-origin': '*' } },
  );
};
