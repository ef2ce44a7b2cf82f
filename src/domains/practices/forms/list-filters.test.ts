import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetNames } from '../model.ts';
import { filterParameters, longestQuery, noFilters, parseFilters } from './list-filters.ts';

const parse = (query: string) => parseFilters(new URLSearchParams(query));

describe('the address of the list', () => {
  it('holds the query, facets with several values, the order and the page', () => {
    const filters = parse('q=choir&challenge=loneliness&challenge=ageing&country=LV&sort=newest&page=3');
    expect(filters).toMatchObject({ q: 'choir', sort: 'newest', page: 3 });
    expect(filters.facets).toMatchObject({
      challenge: ['loneliness', 'ageing'],
      country: ['LV'],
      method: [],
    });
  });

  it.each(['page=0', 'page=-1', 'page=-Infinity', 'page=x', 'page=NaN', 'page=1.5', 'page='])(
    'with %s shows the first page',
    (query) => {
      expect(parse(query).page).toBe(1);
    },
  );

  it.each(['page=1000000', 'page=1e9', 'page=1000000000', `page=${'9'.repeat(400)}`])(
    'with %.20s means a page beyond the last of any list',
    (query) => {
      expect(parse(query).page).toBe(1_000_000);
    },
  );

  it('leaves off an order, a facet and a value that cannot be meant', () => {
    expect(parse("sort=; drop table&colour=red&country=<b>&challenge=x'--&challenge=")).toEqual(noFilters);
  });

  it('reads no more of a query than its limit', () => {
    expect([...parse(`q=${'a'.repeat(10_000)}`).q]).toHaveLength(longestQuery);
  });

  it('names the same value once', () => {
    expect(parse('country=LV&country=LV').facets.country).toEqual(['LV']);
  });

  it('says the same when written and read again, whatever was typed', () => {
    const pair = fc.tuple(fc.constantFrom('q', 'sort', 'page', ...facetNames), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const filters = parseFilters(new URLSearchParams(pairs));
        expect(parseFilters(filterParameters(filters))).toEqual(filters);
      }),
    );
  });
});
