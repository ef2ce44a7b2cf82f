/** What a cell holds. A day is YYYY-MM-DD; null is an empty cell. */
export type Cell = string | number | null;

/** A column: what stands above it, what its cells hold, and how wide it is, in characters. */
export type Column = { heading: string; holds: 'text' | 'number' | 'day'; width: number };

/** A table that becomes a file. Each row has as many cells as there are columns. */
export type Sheet = { name: string; columns: readonly Column[]; rows: readonly (readonly Cell[])[] };

/** The most that a cell of Excel holds. */
const LONGEST_TEXT = 32_767;

/** Nothing that XML 1.0 cannot say, no half characters, and no more than a cell holds. */
export function cellText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .slice(0, LONGEST_TEXT)
    .toWellFormed();
}
