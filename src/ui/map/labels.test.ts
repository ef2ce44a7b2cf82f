import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelBox, placeLabels, type Box } from './labels.ts';

const frame = { width: 960, height: 1320 };
const size = 30;
const someMarks = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: frame.width }),
    y: fc.integer({ min: 0, max: frame.height }),
    radius: fc.integer({ min: 11, max: 46 }),
    name: fc.string({ minLength: 1, maxLength: 24 }),
  }),
  { maxLength: 40 },
);

const overlap = (a: Box, b: Box) =>
  Math.min(a.right, b.right) > Math.max(a.left, b.left) &&
  Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top);

describe('the names on a map', () => {
  it('never lie on each other, on a mark or over the frame', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        const boxes = placeLabels(marks, frame, size).flatMap((label, n) =>
          label ? [labelBox(label, marks[n]?.name ?? '', size)] : [],
        );
        boxes.forEach((box, n) => {
          expect(boxes.slice(n + 1).some((other) => overlap(box, other))).toBe(false);
          expect(
            box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height,
          ).toBe(true);
          for (const { x, y, radius } of marks)
            expect(
              overlap(box, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }),
            ).toBe(false);
        });
      }),
    );
  });

  it('are answered for each mark, in its order', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        expect(placeLabels(marks, frame, size)).toHaveLength(marks.length);
      }),
    );
  });

  it('stand to the right where there is room, else on another side', () => {
    const mark = (x: number) => ({ x, y: 500, radius: 12, name: 'Rūjiena' });
    expect(placeLabels([mark(300)], frame, size)[0]?.anchor).toBe('start');
    expect(placeLabels([mark(930)], frame, size)[0]?.anchor).toBe('end');
  });

  it('are left out where there is no room at all', () => {
    expect(
      placeLabels([{ x: 5, y: 5, radius: 10, name: 'Haparanda' }], { width: 20, height: 20 }, size),
    ).toEqual([null]);
  });
});
