import { tamed } from './formula.ts';
import { cellText, type Cell, type Sheet } from './sheet.ts';

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const tame = tamed(cellText(cell));
  return /[",;\t\r\n]|^\s|\s$|^'/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/** The table as CSV (RFC 4180): commas, lines ended by CRLF, UTF-8 with the mark by which Excel knows it. Days are YYYY-MM-DD. */
export function csvFile({ columns, rows }: Sheet): Buffer {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((cells) => cells.map(field).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}
