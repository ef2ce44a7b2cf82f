import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { filterParameters, parseFilters } from '#domains/practices/forms/list-filters.ts';
import { currentFilters, mapPractices } from '#domains/practices/index.ts';
import { paths } from '#ui/paths.ts';

export const load: PageServerLoad = async ({ locals: { db, language }, url }) => {
  // The list's own address under another name; a map has no pages, and keeps the order for the way back.
  const filters = { ...(await currentFilters(db, parseFilters(url.searchParams))), page: 1 };
  const parameters = filterParameters(filters);
  if (url.searchParams.toString() !== parameters.toString()) redirect(302, paths.map(language, parameters));
  return { map: await mapPractices(db, filters, language) };
};
