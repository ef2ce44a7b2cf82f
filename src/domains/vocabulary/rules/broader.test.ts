import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { edgesAfterMerge, mayStandUnder, type BroaderEdge } from './broader.ts';

const edges = (...pairs: string[]): BroaderEdge[] =>
  pairs.map((pair) => {
    const [conceptId = '', broaderId = ''] = pair.split('<');
    return { conceptId, broaderId };
  });
const written = (list: readonly BroaderEdge[]) =>
  list.map(({ conceptId, broaderId }) => `${conceptId}<${broaderId}`).toSorted();

test.each([
  ['a', ['b'], [], true],
  ['a', [], ['a<b'], true],
  ['a', ['a'], [], false],
  ['a', ['b'], ['b<a'], false],
  ['a', ['c'], ['b<a', 'c<b'], false],
  // What it stood under until now does not count: it moves.
  ['a', ['b'], ['a<c', 'c<b'], true],
  ['a', ['b', 'c'], ['c<a'], false],
  ['a', ['b'], ['b<c', 'c<b'], true],
] as const)('%s under %j, where there are %j: %s', (id, broader, there, isAllowed) => {
  expect(mayStandUnder(id, broader, edges(...there)).ok).toBe(isAllowed);
});

describe('what is above what after a merge of a into b', () => {
  test.each([
    [['x<a'], ['x<b']],
    [['a<t'], ['b<t']],
    [['a<t', 'b<u'], ['b<u']],
    [['b<a'], []],
    [['b<a', 'a<t'], ['b<t']],
    [['a<b'], []],
    [['x<a', 'b<x'], ['b<x']],
    [['x<a', 'x<b'], ['x<b']],
  ])('%j becomes %j', (before, after) => {
    expect(written(edgesAfterMerge('a', 'b', edges(...before)))).toEqual(after);
  });

  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  it('is without circles and without a, and touches nothing that was not about a or b', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 15 }), (pairs) => {
        // Only edges from earlier to later letters of some order: no circle to begin with.
        const before = pairs
          .filter(([one, other]) => one < other)
          .map(([conceptId, broaderId]) => ({ conceptId, broaderId }));
        for (const [from, into] of [
          ['a', 'b'],
          ['e', 'b'],
          ['c', 'd'],
        ] as const) {
          const after = edgesAfterMerge(from, into, before);
          expect(after.flatMap(({ conceptId, broaderId }) => [conceptId, broaderId])).not.toContain(from);
          for (const { conceptId, broaderId } of after)
            expect(mayStandUnder(conceptId, [broaderId], after).ok).toBe(true);
          const far = ({ conceptId, broaderId }: BroaderEdge) =>
            ![conceptId, broaderId].some((id) => id === from || id === into);
          expect(written(after.filter(far))).toEqual([...new Set(written(before.filter(far)))]);
        }
      }),
    );
  });
});
