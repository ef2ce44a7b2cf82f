import type { RequestHandler } from './$types';
import { parsePracticeIds } from '#domains/practices/forms/practice-ids.ts';
import { practicesAsFile } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';
import { fileResponse } from '#ui/practice/file-response.ts';
import { sheetColumns } from '#ui/practice/sheet-columns.ts';

/** The reader's shortlist, or the practices that the address names, for a spreadsheet. */
export const GET: RequestHandler = async ({
  locals: { db, language, settings, shortlist },
  url,
  params: { format },
}) => {
  const ids = url.searchParams.has('id') ? parsePracticeIds(url.searchParams) : shortlist;
  const file = await practicesAsFile(db, ids, {
    language,
    format,
    name: m.shortlist_link(),
    columns: sheetColumns(language, ({ slug }) => settings.origin + paths.practice(language, slug)),
  });
  return fileResponse(file, 'nacre-shortlist', format);
};
