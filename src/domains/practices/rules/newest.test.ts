import { expect, it } from 'vitest';
import { sortedOn } from './newest.ts';

it.each([
  ['carried-out', 2019, 2021, '2021-12-31'],
  ['ongoing', 2024, null, '2024-12-31'],
  [null, null, 2021, '2021-12-31'],
  ['carried-out', null, null, null],
  ['planned', 2026, 2027, null],
] as const)('a practice that is %s, of %s to %s, is as new as %s', (course, yearStart, yearEnd, day) => {
  expect(sortedOn({ course, yearStart, yearEnd })).toBe(day);
});
