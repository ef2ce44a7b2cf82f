import { createHash } from 'node:crypto';
import { allConceptLabels } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { contentSchema } from '../forms/contribute/content.ts';
import type { DraftContent, DraftField } from '../model.ts';
import { columnOfField, type SheetColumnId } from '../rules/sheet-columns.ts';
import { readHeadings } from '../rules/sheet-headings.ts';
import { draftOfRow, type SheetDraft, type SheetProblem } from '../rules/sheet-rows.ts';
import { sheetWords, type SheetLabels } from '../rules/sheet-words.ts';
import { wordsOfDrafts } from './draft-words.ts';
import { likelyDuplicates } from './similar-practices.ts';

/** A row that would become a draft. */
export type CheckedDraft = {
  row: number;
  language: Language;
  content: DraftContent;
  /** Published practices that may be the same one. */
  similar: number[];
  /** The row of the same title and places above it. */
  sameAs: number | null;
};

/** What a table would make, and all that is wrong with it. `shown`: changes when any of this does. */
export type TableCheck = { problems: SheetProblem[]; drafts: CheckedDraft[]; shown: string };

/** The labels of all nine languages, the reader's first. */
export type AllSheetLabels = readonly [SheetLabels, ...SheetLabels[]];

type Row = SheetDraft & { row: number; cells: ReadonlyMap<SheetColumnId, string> };

/** Reads a table as drafts, and checks each as the form would. Writes nothing, and decides nothing about who may ask. */
export async function checkTable(
  db: Database,
  table: readonly (readonly string[])[],
  labels: AllSheetLabels,
): Promise<TableCheck> {
  const words = sheetWords(labels, await allConceptLabels(db));
  const [headings = [], ...body] = table;
  const width = Math.max(...table.map((cells) => cells.length));
  const isUsed = (place: number): boolean => body.some((cells) => (cells[place] ?? '').trim() !== '');
  const { columns, problems } = readHeadings(headings, words, isUsed, width);
  const rows = body.flatMap((cells, n): Row[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const byColumn = new Map([...columns].map(([place, column]) => [column, cells[place] ?? '']));
    return [shaped({ row: n + 2, cells: byColumn, ...draftOfRow(n + 2, byColumn, words) })];
  });
  const said = await wordsOfDrafts(
    db,
    rows.map(({ content }) => content),
    labels[0].language,
  );
  const there = new Set(columns.values());
  problems.push(...rows.flatMap((row, n) => problemsOf(row, said[n]?.problems ?? [], there)));
  const similar = await likelyDuplicates(
    db,
    rows.map(({ content, language = labels[0].language }, n) => ({
      language,
      content,
      practiceId: null,
      placeIds: said[n]?.placeIds ?? [],
    })),
  );
  const first = new Map<string, number>();
  const drafts = rows.map(({ row, content, language = labels[0].language }, n): CheckedDraft => {
    const key = JSON.stringify([content.title.toLowerCase(), said[n]?.placeIds.toSorted()]);
    const sameAs = first.get(key) ?? null;
    if (sameAs === null) first.set(key, row);
    return { row, language, content, similar: similar[n] ?? [], sameAs };
  });
  return { problems, drafts, shown: digestOf({ problems, drafts }) };
}

const digestOf = (shown: unknown): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);

/** The row's content as the form's schema has it; a field that is longer than anything kept is named and left out. */
function shaped(row: Row): Row {
  const read = contentSchema.safeParse(row.content);
  if (read.success) return { ...row, content: read.data };
  const fields = [...new Set(read.error.issues.map(({ path }) => path[0] as DraftField))];
  const content = {
    ...row.content,
    ...Object.fromEntries(fields.map((field) => [field, emptyOf(row, field)])),
  };
  const problems = fields.map((field): SheetProblem => {
    const column = columnOfField(field);
    const value = row.cells.get(column) ?? '';
    return { row: row.row, column, value, key: 'contribute_problem_text' };
  });
  return { ...row, content: contentSchema.parse(content), problems: [...row.problems, ...problems] };
}

const emptyOf = ({ content }: Row, field: DraftField): string | never[] =>
  typeof content[field] === 'string' ? '' : [];

/** All that is wrong with a row, each thing once: what has been named already is not missing as well. */
function problemsOf(
  { row, cells, problems, language }: Row,
  ofDraft: Awaited<ReturnType<typeof wordsOfDrafts>>[number]['problems'],
  there: ReadonlySet<SheetColumnId>,
): SheetProblem[] {
  const named = new Set(problems.map(({ column }) => column));
  const further = ofDraft
    .map(({ field, key, params, isMissing }) => {
      const column = columnOfField(field);
      return {
        isMissing,
        problem: { row, column, value: cells.get(column) ?? '', key, ...(params && { params }) },
      };
    })
    .filter(
      ({ isMissing, problem }) => !isMissing || (there.has(problem.column) && !named.has(problem.column)),
    )
    .map(({ problem }): SheetProblem => problem);
  const withoutLanguage: SheetProblem[] =
    language === undefined && there.has('language') && !named.has('language')
      ? [{ row, column: 'language', value: '', key: 'contribute_problem_missing' }]
      : [];
  return [...problems, ...withoutLanguage, ...further];
}
