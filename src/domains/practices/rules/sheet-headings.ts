import { isNeededColumn, sheetColumnIds, type SheetColumnId } from './sheet-columns.ts';
import type { SheetProblem } from './sheet-rows.ts';
import type { SheetWords } from './sheet-words.ts';

/** Which column of the table stands where, and what is wrong with the headings, which are row 1. */
export type SheetHeadings = { columns: ReadonlyMap<number, SheetColumnId>; problems: SheetProblem[] };

/** As a spreadsheet calls a column: A, B … Z, AA. */
export function lettersOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : lettersOf(Math.floor(place / 26) - 1) + last;
}

/** A column that nobody knows would be lost in silence: it is named, unless nothing stands in it. `isUsed`: whether a cell does. */
export function readHeadings(
  headings: readonly string[],
  words: SheetWords,
  isUsed: (place: number) => boolean,
  width: number,
): SheetHeadings {
  const columns = new Map<number, SheetColumnId>();
  const problems: SheetProblem[] = [];
  const wrong = (column: SheetProblem['column'], value: string, key: string): void =>
    void problems.push({ row: 1, column, value, key });
  for (let place = 0; place < width; place++) {
    const heading = (headings[place] ?? '').trim();
    const column = words.column(heading);
    if (column === undefined) {
      if (heading !== '' || isUsed(place))
        wrong({ heading: heading || lettersOf(place) }, heading, 'bulk_problem_unknown_column');
    } else if ([...columns.values()].includes(column)) wrong(column, heading, 'bulk_problem_column_twice');
    else columns.set(place, column);
  }
  const there = new Set(columns.values());
  for (const column of sheetColumnIds)
    if (isNeededColumn(column) && !there.has(column)) wrong(column, '', 'bulk_problem_column_missing');
  return { columns, problems };
}
