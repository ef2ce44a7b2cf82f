import { describe, expect, it } from 'vitest';
import { noFilters } from '../forms/list-filters.ts';
import { loosenings } from './loosen.ts';

describe('when nothing is found', () => {
  const filters = { ...noFilters, q: 'choir' };
  const nothing = { missedBy: {}, withoutWords: 0, withoutFacets: 0 };

  it('offers the single steps that lead to something, the most helpful first', () => {
    const missedBy = { country: 2, method: 7, size: 0 };
    expect(loosenings(filters, { ...nothing, missedBy, withoutWords: 5 })).toEqual([
      { drop: 'method', total: 7 },
      { drop: 'q', total: 5 },
      { drop: 'country', total: 2 },
    ]);
  });

  it('offers the words alone where no single filter is to blame', () => {
    expect(loosenings(filters, { ...nothing, withoutWords: 1, withoutFacets: 4 })).toEqual([
      { drop: 'facets', total: 4 },
      { drop: 'q', total: 1 },
    ]);
    expect(loosenings(filters, { ...nothing, missedBy: { size: 2 }, withoutFacets: 4 })).toEqual([
      { drop: 'size', total: 2 },
    ]);
  });

  it('does not offer to leave off words that were never typed', () => {
    expect(loosenings(noFilters, { ...nothing, withoutWords: 48, withoutFacets: 48 })).toEqual([]);
  });
});
