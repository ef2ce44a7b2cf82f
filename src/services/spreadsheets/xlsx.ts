import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { cellText, type Cell, type Column, type Sheet } from './sheet.ts';

/** A text is written as a text, whatever it begins with: in this format only what is marked as a formula is one. */
function typed(cell: Cell, { holds }: Column): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (holds === 'day')
    return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: 'yyyy-mm-dd', align: 'left' };
  return { type: String, value: cellText(cell), wrap: true };
}

/** Excel takes a sheet's name of 31 characters without any of these. */
const sheetName = (name: string): string =>
  cellText(name)
    .replace(/[\\/?*[\]:']/g, ' ')
    .slice(0, 31)
    .toWellFormed()
    .trim() || '1';

/** The table as a workbook of one sheet (Office Open XML), its headings standing still above what scrolls. */
export async function xlsxFile({ name, columns, rows }: Sheet): Promise<Buffer> {
  const head = columns.map(({ heading }): CellObject => ({
    type: String,
    value: cellText(heading),
    fontWeight: 'bold',
    wrap: true,
  }));
  const body = rows.map((cells) =>
    columns.map((column, place) => {
      const cell = typed(cells[place] ?? null, column);
      return cell && { ...cell, alignVertical: 'top' as const };
    }),
  );
  return await writeExcelFile([head, ...body], {
    sheet: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}
