import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareValues, isSame } from './compare.ts';

const sides = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 6 }), {
  minLength: 2,
  maxLength: 3,
});

describe('comparing the values of a fact', () => {
  it('says of each whether all have it, some, or only one', () => {
    expect(
      compareValues([
        ['x', 'y', 'z'],
        ['y', 'x'],
        ['w', 'x'],
      ]),
    ).toEqual([
      [
        { value: 'x', sharing: 'all' },
        { value: 'y', sharing: 'some' },
        { value: 'z', sharing: 'only' },
      ],
      [
        { value: 'y', sharing: 'some' },
        { value: 'x', sharing: 'all' },
      ],
      [
        { value: 'w', sharing: 'only' },
        { value: 'x', sharing: 'all' },
      ],
    ]);
  });

  it('never says "some" of two', () => {
    fc.assert(
      fc.property(sides, (things) => {
        const two = things.slice(0, 2);
        expect(
          compareValues(two)
            .flat()
            .map(({ sharing }) => sharing),
        ).not.toContain('some');
      }),
    );
  });

  it('loses nothing, adds nothing and keeps the order', () => {
    fc.assert(
      fc.property(sides, (things) => {
        const compared = compareValues(things).map((values) => values.map(({ value }) => value));
        expect(compared).toEqual(things.map((values) => [...new Set(values)]));
      }),
    );
  });

  it('finds what is common to all in every one, and what is only here in no other', () => {
    fc.assert(
      fc.property(sides, (things) => {
        for (const [place, values] of compareValues(things).entries())
          for (const { value, sharing } of values) {
            const having = things.filter((other) => other.includes(value));
            expect(sharing === 'all').toBe(having.length === things.length);
            expect(sharing === 'only').toBe(having.length === 1 && things[place]?.includes(value));
          }
      }),
    );
  });

  it('says the same whatever order they stand in', () => {
    fc.assert(
      fc.property(sides, (things) => {
        expect(compareValues(things.toReversed()).toReversed()).toEqual(compareValues(things));
      }),
    );
  });
});

describe('comparing a single fact', () => {
  it.each([
    [['LV', 'LV'], true],
    [['LV', 'EE'], false],
    [['LV', 'LV', 'EE'], false],
    [['LV', null], null],
    [[null, null], null],
    [['LV', 'LV', null], null],
    [['LV', 'EE', null], false],
    [['LV'], null],
  ] as const)('%j is the same: %s', (values, same) => {
    expect(isSame(values)).toBe(same);
  });
});
