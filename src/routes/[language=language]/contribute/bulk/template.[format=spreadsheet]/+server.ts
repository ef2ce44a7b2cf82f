import type { RequestHandler } from './$types';
import { sheetTemplate } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { sheetLabels } from '#ui/contribute/sheet-labels.ts';
import { fileResponse } from '#ui/practice/file-response.ts';
import { demandPerson, notFound } from '../../act.ts';
import { explainedColumns, explanationSheet } from '../columns.ts';

/** An empty table whose headings are in the reader's language. */
export const GET: RequestHandler = async ({ locals, url, params: { format } }) => {
  demandPerson(locals, url);
  const { db, actor, language } = locals;
  const file = await sheetTemplate(db, actor, {
    format,
    name: m.practices_list_heading(),
    labels: sheetLabels(language),
    explanation: explanationSheet(await explainedColumns(locals)),
  });
  return file ? fileResponse(file, 'nacre-template', format) : notFound();
};
