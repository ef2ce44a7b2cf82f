import { done, refuse, type Result } from '#platform/result.ts';
import { readCsv } from './read-csv.ts';
import type { ReadLimits, Table, UnreadableFile } from './read-model.ts';
import { readXlsx } from './read-xlsx.ts';

/** By content: people rename files, and browsers say of them what the system says of their names. */
const isZip = (file: Buffer): boolean => ['504b0304', '504b0506'].includes(file.toString('hex', 0, 4));
const isPdf = (file: Buffer): boolean => file.toString('latin1', 0, 5) === '%PDF-';

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Without what no database takes for text, and without what is empty after the last cell and the last row. */
function tidied(table: Table): string[][] {
  const rows = table.map((cells) => {
    const clean = cells.map((cell) => cell.replaceAll('\0', '').toWellFormed());
    return clean.slice(0, clean.findLastIndex((cell) => cell !== '') + 1);
  });
  return rows.slice(0, rows.findLastIndex((cells) => !isBlank(cells)) + 1);
}

function withinLimits(table: string[][], limits: ReadLimits): Result<Table, UnreadableFile> {
  if (table.length === 0) return refuse({ why: 'empty' });
  if (table.length > limits.rows) return refuse({ why: 'rows' });
  let length = 0;
  for (const [row, cells] of table.entries()) {
    if (cells.length > limits.columns) return refuse({ why: 'columns' });
    // A workbook says a long text once and shows it in a thousand cells: as CSV it would be too large.
    length += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (length > limits.bytes) return refuse({ why: 'large' });
    const long = cells.findIndex((cell) => cell.length > limits.cellLength);
    if (long >= 0) return refuse({ why: 'cell', row: row + 1, column: long + 1 });
  }
  return done(table);
}

/** Reads a CSV or XLSX file in this process. Only for the process beside the server, which may die of it. */
export async function readTable(file: Buffer, limits: ReadLimits): Promise<Result<Table, UnreadableFile>> {
  if (file.length > limits.bytes) return refuse({ why: 'large' });
  if (file.length === 0) return refuse({ why: 'empty' });
  if (isPdf(file)) return refuse({ why: 'kind' });
  const read = isZip(file) ? await readXlsx(file, limits) : readCsv(file, limits);
  return read.ok ? withinLimits(tidied(read.value), limits) : read;
}
