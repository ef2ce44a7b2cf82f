import { cellText, type Cell, type Sheet } from './sheet.ts';

/**
 * Excel and its kin run a text as a formula when it begins so, also after a tab or a line's end; with an apostrophe in front it is a text
 * again (OWASP, "CSV injection"). The wide forms of East Asian keyboards count too.
 */
const looksLikeFormula = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/;

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cellText(cell);
  const tame = looksLikeFormula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$|^'/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/** The table as CSV (RFC 4180): commas, lines ended by CRLF, UTF-8 with the mark by which Excel knows it. Days are YYYY-MM-DD. */
export function csvFile({ columns, rows }: Sheet): Buffer {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((cells) => cells.map(field).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}
