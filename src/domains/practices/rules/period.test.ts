import { describe, expect, it } from 'vitest';
import { periodsOf } from './period.ts';

describe('the period of a practice', () => {
  it.each([
    [2024, 2024, ['2024-2025']],
    [2024, null, ['2024-2025']],
    [2012, 2018, ['until-2014', '2015-2019']],
    [1999, null, ['until-2014']],
    [2023, 2026, ['2020-2023', '2024-2025', 'from-2026']],
    [null, 2019, ['2015-2019']],
    [null, null, ['unknown']],
  ])('%s to %s falls into %j', (start, end, bands) => {
    expect(periodsOf(start, end)).toEqual(bands);
  });
});
