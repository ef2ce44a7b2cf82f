import fc from 'fast-check';
import { expect, it } from 'vitest';
import { translationStates } from '../model.ts';
import { slicesOfPage } from './translation-pages.ts';

const counts = fc.record({
  stale: fc.nat(30),
  missing: fc.nat(30),
  machine: fc.nat(30),
  reviewed: fc.nat(30),
});

it('the pages together show every practice once, what is to be done first, first', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 15 }), (all, size) => {
      const { pageCount, total } = slicesOfPage(all, null, { page: 1, size });
      const shown = Array.from({ length: pageCount }, (_, n) =>
        slicesOfPage(all, null, { page: n + 1, size }).slices.flatMap(({ state, offset, limit }) =>
          Array.from({ length: limit }, (__, place) => `${state} ${offset + place}`),
        ),
      );
      const wanted = translationStates.flatMap((state) =>
        Array.from({ length: all[state] }, (_, place) => `${state} ${place}`),
      );
      expect(shown.flat()).toEqual(wanted);
      expect(total).toBe(wanted.length);
      expect(shown.slice(0, -1).every((page) => page.length === size)).toBe(true);
    }),
  );
});

it('of one state only that, and a page beyond the last is the last', () => {
  const all = { stale: 1, missing: 45, machine: 3, reviewed: 0 };
  expect(slicesOfPage(all, 'missing', { page: 99, size: 20 })).toEqual({
    slices: [{ state: 'missing', offset: 40, limit: 5 }],
    page: 3,
    pageCount: 3,
    total: 45,
  });
  expect(slicesOfPage(all, 'reviewed', { page: 1, size: 20 })).toMatchObject({ slices: [], pageCount: 1 });
});
