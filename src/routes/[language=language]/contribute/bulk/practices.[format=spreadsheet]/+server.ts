import type { RequestHandler } from './$types';
import { parseFilters } from '#domains/practices/forms/list-filters.ts';
import { publishedAsDrafts } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { sheetLabels } from '#ui/contribute/sheet-labels.ts';
import { fileResponse } from '#ui/practice/file-response.ts';
import { demandPerson, notFound } from '../../act.ts';
import { explainedColumns, explanationSheet } from '../columns.ts';

/** What is published, under the same filters as the list, in the shape of an import. */
export const GET: RequestHandler = async ({ locals, url, params: { format } }) => {
  demandPerson(locals, url);
  const { db, actor, language } = locals;
  const file = await publishedAsDrafts(db, actor, parseFilters(url.searchParams), {
    format,
    name: m.practices_list_heading(),
    labels: sheetLabels(language),
    explanation: explanationSheet(await explainedColumns(locals)),
  });
  return file ? fileResponse(file, 'nacre-practices-to-import', format) : notFound();
};
