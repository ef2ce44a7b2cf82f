import type { SheetProblem } from '#domains/practices/index.ts';
import type { Reason } from '#platform/result.ts';
import { formatNumber, m, type Language } from '#services/i18n/index.ts';
import { isProblemKey, problemText, refusalText } from './problem-text.ts';
import { columnNames } from './sheet-labels.ts';

type Params = NonNullable<Reason['params']>;

const refusals: Readonly<Record<string, (values: (name: string) => string) => string>> = {
  bulk_refused_none: () => m.bulk_refused_none(),
  bulk_refused_empty: () => m.bulk_refused_empty(),
  bulk_refused_large: (v) => m.bulk_refused_large({ most: v('most') }),
  bulk_refused_unpacked: (v) => m.bulk_refused_unpacked({ most: v('most') }),
  bulk_refused_damaged: () => m.bulk_refused_damaged(),
  bulk_refused_kind: () => m.bulk_refused_kind(),
  bulk_refused_encoding: () => m.bulk_refused_encoding(),
  bulk_refused_rows: (v) => m.bulk_refused_rows({ most: v('most') }),
  bulk_refused_columns: (v) => m.bulk_refused_columns({ most: v('most') }),
  bulk_refused_quotes: (v) => m.bulk_refused_quotes({ line: v('line') }),
  bulk_refused_cell: (v) => m.bulk_refused_cell({ row: v('row'), column: v('column'), most: v('most') }),
  bulk_refused_changed: () => m.bulk_refused_changed(),
  bulk_refused_gone: () => m.bulk_refused_gone(),
  bulk_refused_problems: () => m.bulk_refused_problems(),
};

/** Why a file was not taken, or not imported. */
export function bulkRefusal({ key, params = {} }: Reason, language: Language): string {
  const text = refusals[key];
  return text ? text(valuesOf(params, language)) : refusalText(key);
}

const valuesOf =
  (params: Params, language: Language) =>
  (name: string): string => {
    const value = params[name] ?? '';
    return typeof value === 'number' ? formatNumber(value, language) : value;
  };

const problems: Readonly<Record<string, () => string>> = {
  bulk_problem_unknown_column: m.bulk_problem_unknown_column,
  bulk_problem_column_twice: m.bulk_problem_column_twice,
  bulk_problem_column_missing: m.bulk_problem_column_missing,
  bulk_problem_language: m.bulk_problem_language,
  bulk_problem_concept: m.bulk_problem_concept,
  contribute_problem_text: m.contribute_problem_text,
};

/** What is wrong with a cell, in the reader's language. */
export function cellProblem({ key, params }: SheetProblem): string {
  if (isProblemKey(key)) return problemText({ key, ...(params && { params }) });
  const text = problems[key];
  if (!text) throw new Error(`No text for the problem ${key}`);
  return text();
}

/** The column of a problem by name; one that is none of ours, as the file calls it. */
export const columnOf = ({ column }: SheetProblem): string =>
  typeof column === 'string' ? columnNames[column]() : column.heading;
