import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_IN_BOOKLET, parseBookletIds } from './booklet-ids.ts';

const parse = (query: string) => parseBookletIds(new URLSearchParams(query));

describe('a booklet’s address', () => {
  it('names its practices in their order, each once', () => {
    expect(parse('id=NP-3&id=np-1&id=NP-3')).toEqual([3, 1]);
  });

  it('that names none, or something else, is none', () => {
    for (const query of ['', 'id=', 'id=NP-0', 'id=NP-1&id=x', 'id=NP-1,NP-2'])
      expect(parse(query)).toBeNull();
  });

  it('takes as many as a booklet holds and no more', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 70 }),
        (ids) => {
          const found = parse(new URLSearchParams(ids.map((id) => ['id', `NP-${id}`])).toString());
          expect(found).toEqual(ids.length <= MOST_IN_BOOKLET ? ids : null);
        },
      ),
    );
  });
});
