import { expect, it } from 'vitest';
import type { Sharing } from '#domains/practices/index.ts';
import { marksIn } from './compare-marks.ts';
import type { CompareRow } from './compare-rows.ts';

const values = (...cells: Sharing[][]): CompareRow => ({
  name: 'Partners',
  kind: 'values',
  cells: cells.map((cell) => cell.map((sharing, at) => ({ value: `${at}`, sharing }))),
});
const words = (same: boolean | null): CompareRow => ({ name: 'Years', kind: 'words', same, cells: [[], []] });

it('names each mark that stands in the table once, in its order', () => {
  expect(marksIn([words(false), values(['only'], ['only', 'all'])])).toEqual(['all', 'only', 'different']);
  expect(marksIn([values(['some'], ['some'], ['only']), words(true), words(false)])).toEqual([
    'some',
    'only',
    'same',
    'different',
  ]);
});

it('names none that does not', () => {
  expect(marksIn([words(null), values([], [])])).toEqual([]);
});
