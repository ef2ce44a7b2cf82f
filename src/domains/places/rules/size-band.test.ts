import { describe, expect, it } from 'vitest';
import { sizeBand } from './size-band.ts';

describe('the size of a town', () => {
  it.each([
    [1, 'under-5000'],
    [4_999, 'under-5000'],
    [5_000, '5000-19999'],
    [19_999, '5000-19999'],
    [20_000, '20000-49999'],
    [50_000, '50000-99999'],
    [99_999, '50000-99999'],
    [100_000, 'from-100000'],
    [1_800_000, 'from-100000'],
  ] as const)('%i inhabitants fall into %s', (population, band) => {
    expect(sizeBand({ kind: 'town', population })).toBe(band);
  });

  it('is unknown where no figure has a source', () => {
    expect(sizeBand({ kind: 'town', population: null })).toBe('unknown');
  });

  it('is unknown for an area, which is no town', () => {
    expect(sizeBand({ kind: 'area', population: 12_000 })).toBe('unknown');
  });
});
