import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { filterParameters, parseFilters } from '#domains/practices/forms/list-filters.ts';
import { listPractices } from '#domains/practices/index.ts';
import { paths } from '#ui/paths.ts';

export const load: PageServerLoad = async ({ locals: { db, language }, url }) => {
  const filters = parseFilters(url.searchParams);
  // A form sends its empty fields too, and readers type as they like: one list has one address, short enough to be passed on.
  const parameters = filterParameters(filters);
  if (url.searchParams.toString() !== parameters.toString())
    redirect(302, paths.practices(language, parameters));
  const list = await listPractices(db, filters, language);
  // A page that is no more (or never was) leads to the last one.
  if (filters.page > list.pageCount) {
    redirect(302, paths.practices(language, filterParameters({ ...filters, page: list.pageCount })));
  }
  return { list };
};
