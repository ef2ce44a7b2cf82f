import type { RequestHandler } from './$types';
import { parseFilters } from '#domains/practices/forms/list-filters.ts';
import { currentFilters, listAsFile } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';
import { fileResponse } from '#ui/practice/file-response.ts';
import { sheetColumns } from '#ui/practice/sheet-columns.ts';

/** The list under the same filters as the page and practices.json, all its pages in one file. Open to any origin. */
export const GET: RequestHandler = async ({
  locals: { db, language, settings },
  url,
  params: { format },
}) => {
  const file = await listAsFile(db, await currentFilters(db, parseFilters(url.searchParams)), {
    language,
    format,
    name: m.practices_list_heading(),
    columns: sheetColumns(language, ({ slug }) => settings.origin + paths.practice(language, slug)),
  });
  const response = fileResponse(file, 'nacre-practices', format);
  response.headers.set('access-control-allow-origin', '*');
  return response;
};
