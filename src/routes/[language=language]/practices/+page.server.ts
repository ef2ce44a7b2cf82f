import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { filterParameters, parseFilters } from '#domains/practices/forms/list-filters.ts';
import { currentFilters, listPractices, mayBulk } from '#domains/practices/index.ts';
import { paths } from '#ui/paths.ts';

export const load: PageServerLoad = async ({ locals: { db, language, actor }, url }) => {
  const filters = await currentFilters(db, parseFilters(url.searchParams));
  // A form sends its empty fields too, and readers type as they like: one list has one address, short enough to be passed on.
  const settleOn = (page: number) => {
    const parameters = filterParameters({ ...filters, page });
    if (url.searchParams.toString() !== parameters.toString())
      redirect(302, paths.practices(language, parameters));
  };
  // There always is a first page; whether there is a later one is known only after looking.
  if (filters.page === 1) settleOn(1);
  const list = await listPractices(db, filters, language);
  // A page that is no more (or never was) leads to the last one.
  settleOn(Math.min(filters.page, list.pageCount));
  return { list, mayBulk: mayBulk(actor, 'export') };
};
