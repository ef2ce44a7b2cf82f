import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keep, largestNumber, mostKept, move, parseShortlist, remove, writeShortlist } from './shortlist.ts';

const number = fc.integer({ min: 1, max: largestNumber });
const lists = fc.uniqueArray(number, { maxLength: mostKept });

describe('keeping', () => {
  it('puts a practice at the end, and one that is there already stays where it is', () => {
    expect(keep([3, 1], [2])).toEqual({ ok: true, value: [3, 1, 2] });
    expect(keep([3, 1], [3])).toEqual({ ok: true, value: [3, 1] });
  });

  it('refuses the fifty-first with the limit as its reason', () => {
    const full = Array.from({ length: mostKept }, (_, n) => n + 1);
    expect(keep(full.slice(1), [99])).toMatchObject({ ok: true });
    expect(keep(full, [50])).toMatchObject({ ok: true });
    expect(keep(full, [51])).toEqual({
      ok: false,
      refusal: { reasons: [{ key: 'shortlist_note_full', params: { most: 50, room: 0 } }] },
    });
  });

  it('of many adds all or none, says how many would have room, and never loses one', () => {
    fc.assert(
      fc.property(lists, fc.array(number, { maxLength: 60 }), (list, more) => {
        const kept = keep(list, more);
        if (kept.ok) {
          expect(kept.value.slice(0, list.length)).toEqual(list);
          expect(new Set(kept.value)).toEqual(new Set([...list, ...more]));
          expect(kept.value.length).toBeLessThanOrEqual(mostKept);
        } else expect(kept.refusal.reasons[0]?.params?.['room']).toBe(mostKept - list.length);
      }),
    );
  });
});

describe('ordering', () => {
  it('moves one practice by one place', () => {
    expect(move([1, 2, 3], 2, -1)).toEqual([2, 1, 3]);
    expect(move([1, 2, 3], 2, 1)).toEqual([1, 3, 2]);
  });

  it.each([
    [1, -1],
    [3, 1],
    [9, 1],
    [9, -1],
  ] as const)('leaves the list as it is for %s by %s', (id, step) => {
    expect(move([1, 2, 3], id, step)).toEqual([1, 2, 3]);
  });

  it('is taken back by the opposite step and loses none', () => {
    fc.assert(
      fc.property(lists, fc.nat(), (list, at) => {
        const id = list[at % Math.max(1, list.length)] ?? 1;
        const moved = move(list, id, 1);
        expect(new Set(moved)).toEqual(new Set(list));
        if (list.at(-1) !== id) expect(move(moved, id, -1)).toEqual(list);
      }),
    );
  });
});

it('removing takes out what is named and nothing else', () => {
  expect(remove([3, 1, 2], [1, 9])).toEqual([3, 2]);
});

describe('the text in the cookie', () => {
  it('is read back', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(parseShortlist(writeShortlist(list))).toEqual(list);
      }),
    );
  });

  it('is short even for fifty of the largest numbers', () => {
    const largest = Array.from({ length: mostKept }, (_, n) => largestNumber - n);
    expect(writeShortlist(largest).length).toBeLessThan(400);
  });

  it.each(['', '1', '2-a', '1-0', '1-a--b', '1-A', '1-zzzzzz', '1-a-!', '-', `1${'-a'.repeat(51)}`])(
    '%s holds no list',
    (text) => {
      expect(parseShortlist(text)).toEqual([]);
    },
  );

  it('of any shape gives a list within the limits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^1(-[0-9a-z]{1,7}){0,60}$/)), (text) => {
        const list = parseShortlist(text);
        expect(list.length).toBeLessThanOrEqual(mostKept);
        expect(new Set(list).size).toBe(list.length);
        for (const id of list) expect(id >= 1 && id <= largestNumber).toBe(true);
      }),
    );
  });
});
