import type { Sharing } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import type { CompareRow } from './compare-rows.ts';

/** What stands beside a value or a fact: how far it is shared, or whether it is the same in all. */
export type Mark = Sharing | 'same' | 'different';

/** Each mark's sign, its name beside it, and what it means; in the order in which they are explained. */
export const marks: Record<Mark, { sign: string; name: () => string; meaning: () => string }> = {
  all: { sign: '=', name: m.shortlist_all, meaning: m.shortlist_mark_all },
  some: { sign: '≈', name: m.shortlist_some, meaning: m.shortlist_mark_some },
  only: { sign: '≠', name: m.shortlist_only, meaning: m.shortlist_mark_only },
  same: { sign: '=', name: m.shortlist_same, meaning: m.shortlist_mark_same },
  different: { sign: '≠', name: m.shortlist_different, meaning: m.shortlist_mark_different },
};

/** The mark of a row that holds a fact of one value; null where it has none. */
export function markOf(row: CompareRow): Mark | null {
  if (row.kind === 'values' || row.same === null) return null;
  return row.same ? 'same' : 'different';
}

/** The marks that stand anywhere in these rows, in the order in which they are explained. */
export function marksIn(rows: readonly CompareRow[]): Mark[] {
  const met = new Set<Mark | null>(
    rows.flatMap((row) =>
      row.kind === 'values' ? row.cells.flat().map(({ sharing }) => sharing) : markOf(row),
    ),
  );
  return (Object.keys(marks) as Mark[]).filter((mark) => met.has(mark));
}
