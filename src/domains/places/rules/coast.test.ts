import { describe, expect, it } from 'vitest';
import { isOnCoast } from './coast.ts';

describe('a town', () => {
  it.each([
    [0, true],
    [10, true],
    [11, false],
    [580, false],
    [null, null],
  ])('%s km from the sea lies on the coast: %s', (coastKm, is) => {
    expect(isOnCoast({ coastKm })).toBe(is);
  });
});
