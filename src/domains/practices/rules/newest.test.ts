import { expect, it } from 'vitest';
import { sortedOn } from './newest.ts';

it.each([
  [2019, 2021, '2021-12-31'],
  [2024, null, '2024-12-31'],
  [null, 2021, '2021-12-31'],
  [null, null, null],
])('a practice of %s to %s is as new as %s', (yearStart, yearEnd, day) => {
  expect(sortedOn({ yearStart, yearEnd })).toBe(day);
});
