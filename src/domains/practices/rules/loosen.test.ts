import { describe, expect, it } from 'vitest';
import { noFilters } from '../forms/list-filters.ts';
import { loosenings } from './loosen.ts';

describe('when nothing is found', () => {
  const filters = { ...noFilters, q: 'choir' };

  it('offers the single steps that lead to something, the most helpful first', () => {
    expect(loosenings(filters, { country: 2, method: 7, size: 0 }, 5)).toEqual([
      { drop: 'method', total: 7 },
      { drop: 'q', total: 5 },
      { drop: 'country', total: 2 },
    ]);
  });

  it('does not offer to leave off words that were never typed', () => {
    expect(loosenings(noFilters, {}, 48)).toEqual([]);
  });
});
