import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import type { Result } from '#platform/result.ts';
import { done, refuse } from '#platform/result.ts';
import type { ReadLimits, Table, UnreadableFile } from './read-model.ts';
import { unpack, zipEntries } from './zip-entries.ts';

/** A workbook has a dozen parts and one more a sheet. */
const MOST_ENTRIES = 500;

/** Far more rows than anybody fills: such a sheet is one whose empty rows are formatted, or one made to be slow. */
const MOST_ROW_MARKS = 100_000;

/** The parts that hold words and numbers; pictures, macros and whatever else lies there stay packed. Names are never paths of this machine. */
const isPart = (name: string): boolean =>
  /^xl\/(?:[\w-]+\/)*[\w.-]+\.xml(?:\.rels)?$|^xl\/_rels\/workbook\.xml\.rels$/.test(name);

type Cell = string | number | boolean | Date | null;

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  const iso = Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}

function hasTooManyRows(part: Buffer): boolean {
  let marks = 0;
  for (let at = part.indexOf('<row'); at >= 0 && marks <= MOST_ROW_MARKS; at = part.indexOf('<row', at + 4))
    marks += 1;
  return marks > MOST_ROW_MARKS;
}

/** The archive again, of what was taken out and checked: the reader then meets no size that is not true. */
const repacked = (parts: readonly (readonly [name: string, part: Buffer])[]): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));

/** Reads the first sheet of a workbook (Office Open XML). */
export async function readXlsx(file: Buffer, limits: ReadLimits): Promise<Result<Table, UnreadableFile>> {
  try {
    const entries = zipEntries(file);
    if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return refuse({ why: 'kind' });
    const parts = entries.filter(({ name }) => isPart(name));
    const size = parts.reduce((sum, part) => sum + part.size, 0);
    if (entries.length > MOST_ENTRIES || size > limits.unpackedBytes) return refuse({ why: 'unpacked' });
    const unpacked = parts.map((part) => [part.name, unpack(part)] as const);
    if (unpacked.some(([, part]) => hasTooManyRows(part))) return refuse({ why: 'unpacked' });
    const rows = (await readSheet(repacked(unpacked), 1, { trim: false })) as unknown as Cell[][];
    return done(rows.map((cells) => cells.map(cellText)));
  } catch {
    // Whatever is wrong with it: it does not hold what it says, or its XML is none.
    return refuse({ why: 'damaged' });
  }
}
