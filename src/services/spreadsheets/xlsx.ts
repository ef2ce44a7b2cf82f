import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { cellText, type Cell, type Column, type Sheet } from './sheet.ts';

/** What looks like an escaped sign of this format (ECMA-376, 22.9.2.19) would be read as that sign. */
const escaped = (text: string): string => cellText(text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));

/** A text is written as a text, whatever it begins with: in this format only what is marked as a formula is one. */
function typed(cell: Cell, { holds }: Column): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (holds === 'day')
    return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: 'yyyy-mm-dd', align: 'left' };
  return { type: String, value: escaped(cell), wrap: true };
}

/** Excel takes a sheet's name of 31 characters without any of these. */
const sheetName = (name: string): string =>
  cellText(name)
    .replace(/[\\/?*[\]:']/g, ' ')
    .slice(0, 31)
    .toWellFormed()
    .trim() || '1';

function sheetData({ columns, rows }: Sheet): (CellObject | null)[][] {
  const head = columns.map(({ heading }): CellObject => ({
    type: String,
    value: escaped(heading),
    fontWeight: 'bold',
    wrap: true,
  }));
  const body = rows.map((cells) =>
    columns.map((column, place) => {
      const cell = typed(cells[place] ?? null, column);
      return cell && { ...cell, alignVertical: 'top' as const };
    }),
  );
  return [head, ...body];
}

/** The tables as a workbook (Office Open XML) of a sheet each, the headings standing still above what scrolls. */
export async function xlsxFile(...sheets: readonly [Sheet, ...Sheet[]]): Promise<Buffer> {
  return await writeExcelFile(
    sheets.map((sheet) => ({
      data: sheetData(sheet),
      sheet: sheetName(sheet.name),
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}
