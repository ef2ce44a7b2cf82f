import { expect, it } from 'vitest';
import { askSince, isStale } from './freshness.ts';

const at = new Date('2026-11-25T10:00:00Z');

it.each([
  ['2024-11-24', true],
  ['2024-11-25', true],
  ['2024-11-26', false],
  ['2026-11-25', false],
  [null, false],
])('verified on %s is stale: %s', (verifiedOn, expected) => {
  expect(isStale({ verifiedOn }, at)).toBe(expected);
});

it('owners are asked a year after the last verification', () => {
  expect(askSince(at)).toBe('2025-11-25');
});

it('counts from the last day of February too', () => {
  expect(isStale({ verifiedOn: '2026-03-01' }, new Date('2028-02-29T00:00:00Z'))).toBe(false);
  expect(isStale({ verifiedOn: '2026-02-28' }, new Date('2028-02-29T00:00:00Z'))).toBe(true);
});
