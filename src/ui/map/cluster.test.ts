import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterGroups, clusterSpots, joinedToNearest } from './cluster.ts';

const someSpots = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    x: fc.integer({ min: 0, max: 960 }),
    y: fc.integer({ min: 0, max: 1320 }),
    count: fc.integer({ min: 1, max: 5000 }),
  }),
  { maxLength: 80, selector: ({ id }) => id },
);

const spot = (id: string, x: number, y: number, count = 1) => ({ id, x, y, count });

describe('places on a map', () => {
  it('are each on exactly one mark, which counts the practices of its own', () => {
    fc.assert(
      fc.property(someSpots, (spots) => {
        const marks = clusterSpots(spots);
        expect(marks.flatMap((mark) => mark.spots.map(({ id }) => id)).sort()).toEqual(
          spots.map(({ id }) => id).sort(),
        );
        for (const mark of marks)
          expect(mark.count).toBe(mark.spots.reduce((sum, { count }) => sum + count, 0));
      }),
    );
  });

  it('are drawn so that a finger hits one mark and no other, on a phone too', () => {
    fc.assert(
      fc.property(someSpots, (spots) => {
        const marks = clusterSpots(spots);
        for (const { radius, reach } of marks) expect(reach).toBeGreaterThanOrEqual(Math.max(33, radius));
        marks.forEach((a, n) =>
          marks.slice(n + 1).forEach((b) => {
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.reach + b.reach);
          }),
        );
      }),
    );
  });

  it('give the same marks in whatever order they come', () => {
    fc.assert(
      fc.property(
        someSpots.chain((spots) =>
          fc.tuple(fc.constant(spots), fc.shuffledSubarray(spots, { minLength: spots.length })),
        ),
        ([spots, shuffled]) => {
          expect(clusterSpots(shuffled)).toEqual(clusterSpots(spots));
        },
      ),
    );
  });

  it('at one point are one mark, the place with most practices first', () => {
    const marks = clusterSpots([spot('district', 10, 10), spot('town', 10, 10, 3), spot('far', 300, 300)]);
    expect(marks.map((mark) => mark.spots.map(({ id }) => id))).toEqual([['town', 'district'], ['far']]);
  });

  it('grow in area with their practices, within what is seen and what hides no country', () => {
    const radius = (count: number, most: number) =>
      clusterSpots([spot('a', 0, 0, count), spot('b', 900, 900, most)]).find(
        ({ spots }) => spots[0]?.id === 'a',
      )?.radius ?? 0;
    expect(radius(4, 4) / radius(1, 4)).toBeCloseTo(2);
    expect(radius(1, 5000)).toBe(radius(1, 1));
    expect(radius(5000, 5000)).toBeLessThanOrEqual(46);
  });

  it('of thousands of towns are few enough to be told apart', () => {
    const many = Array.from({ length: 3000 }, (_, n) =>
      spot(`${n}`, (n * 37) % 960, (n * 91) % 1320, (n % 40) + 1),
    );
    expect(clusterSpots(many).length).toBeLessThan(500);
  });

  it('that must not stand alone go to the nearest mark, and none is lost', () => {
    fc.assert(
      fc.property(someSpots, (spots) => {
        const marks = clusterSpots(spots);
        const groups = joinedToNearest(marks, ({ count }) => count % 2 === 0);
        expect(
          groups
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(spots.map(({ id }) => id).sort());
        expect(clusterGroups(groups).length).toBeLessThanOrEqual(marks.length);
      }),
    );
    const [near, far] = [spot('near', 100, 100, 9), spot('far', 800, 800, 8)];
    const lone = spot('lone', 200, 200);
    const groups = joinedToNearest(clusterSpots([near, far, lone]), ({ count }) => count === 1);
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([['near', 'lone'], ['far']]);
  });

  it('may be none', () => expect(clusterSpots([])).toEqual([]));
});

describe('a mark of several places', () => {
  it('is named after a town rather than after the landscape around it', () => {
    const [mark] = clusterSpots([{ ...spot('lake', 10, 10, 5), kind: 'area' }, spot('town', 12, 12)]);
    expect(mark?.spots.map(({ id }) => id)).toEqual(['town', 'lake']);
  });
});
