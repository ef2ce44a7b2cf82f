import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compact, compactList, pointAt, radiusAt, smoothstep, splinePath, trace } from './outline.ts';

const radii = fc.array(fc.double({ min: 1, max: 500, noNaN: true }), { minLength: 8, maxLength: 8 });

/** The end points of a path of ours: M, then c, then s segments, all relative. */
function knotsOf(path: string): [number, number][] {
  const [, startData = '', curveData = ''] = /^M([^c]+)c(.+)z$/.exec(path) ?? [];
  const numbers = (data: string): number[] => (data.match(/-?\d*\.?\d+/g) ?? []).map(Number);
  const [first = '', rest = ''] = curveData.split('s');
  let [x = NaN, y = NaN] = numbers(startData);
  const knots: [number, number][] = [[x, y]];
  const step = (dx = NaN, dy = NaN): void => {
    [x, y] = [x + dx, y + dy];
    knots.push([x, y]);
  };
  const head = numbers(first);
  step(head[4], head[5]);
  const tail = numbers(rest);
  for (let i = 0; i < tail.length; i += 4) step(tail[i + 2], tail[i + 3]);
  return knots;
}

describe('the outline', () => {
  test('runs through each radius at its own direction, starting at the top', () => {
    const scores = [1, 2, 3, 4, 5, 4, 3, 2];
    scores.forEach((score, i) => expect(radiusAt(scores, i / 8)).toBeCloseTo(score, 10));
    expect(pointAt(10, 0)[1]).toBe(-10);
    expect(pointAt(10, 0.25)[0]).toBeCloseTo(10, 10);
  });

  test('stays between its neighbours and is halfway in the middle', () => {
    fc.assert(
      fc.property(radii, fc.double({ min: 0, max: 0.999, noNaN: true }), (r, turn) => {
        const [a = 0, b = 0] = [r[Math.floor(turn * 8)], r[(Math.floor(turn * 8) + 1) % 8]];
        expect(radiusAt(r, turn)).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-9);
        expect(radiusAt(r, turn)).toBeLessThanOrEqual(Math.max(a, b) + 1e-9);
      }),
    );
    expect(smoothstep(0.5)).toBe(0.5);
  });
});

describe('the path', () => {
  test('closes where it began and rounding never adds up', () => {
    fc.assert(
      fc.property(radii, fc.constantFrom(0, 1), fc.constantFrom(8, 16, 24), (r, decimals, count) => {
        const points = trace(count, (turn) => radiusAt(r, turn));
        const knots = knotsOf(splinePath(points, decimals));
        expect(knots).toHaveLength(count + 1);
        [...points, points[0] ?? [NaN, NaN]].forEach(([x, y], i) => {
          expect(Math.abs((knots[i]?.[0] ?? NaN) - x)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-6);
          expect(Math.abs((knots[i]?.[1] ?? NaN) - y)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-6);
        });
      }),
    );
  });

  test('is smooth: the handles of a square lie along its diagonal neighbours', () => {
    expect(
      splinePath([
        [0, -30],
        [30, 0],
        [0, 30],
        [-30, 0],
      ]),
    ).toBe('M0-30c10 0 30 20 30 30s-20 30-30 30-30-20-30-30 20-30 30-30z');
  });
});

describe('numbers', () => {
  test.each([
    [0, '0'],
    [-0.04, '0'],
    [0.5, '.5'],
    [-0.5, '-.5'],
    [12.34, '12.3'],
    [7, '7'],
    [-10.06, '-10.1'],
  ])('%d is written %s', (n, text) => {
    expect(compact(n)).toBe(text);
  });
  test('are separated only where they must be', () =>
    expect(compactList([1, -2, 0.5, -0.5])).toBe('1-2 .5-.5'));
  test.each([NaN, Infinity])('%d is refused', (n) => expect(() => compact(n)).toThrow(RangeError));
});
