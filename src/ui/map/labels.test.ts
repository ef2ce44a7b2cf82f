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
    reach: fc.constant(48),
    name: fc.string({ minLength: 1, maxLength: 24 }),
  }),
  { maxLength: 40 },
);

const boxOf = ({ x, y, radius }: { x: number; y: number; radius: number }): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

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
          for (const mark of marks) expect(overlap(box, boxOf(mark))).toBe(false);
        });
      }),
    );
  });

  it('never lie where a finger should hit another mark', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        placeLabels(marks, frame, size).forEach((label, own) => {
          if (!label) return;
          const { left, right, top, bottom } = labelBox(label, marks[own]?.name ?? '', size);
          marks.forEach(({ x, y, reach }, n) => {
            if (n === own) return;
            for (const [cornerX, cornerY] of [
              [left, top],
              [right, top],
              [left, bottom],
              [right, bottom],
            ] as const)
              expect(Math.hypot(cornerX - x, cornerY - y)).toBeGreaterThanOrEqual(reach);
          });
        });
      }),
    );
  });

  it('that stand apart are led to by lines that touch neither a mark nor another name nor each other', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        const labels = placeLabels(marks, frame, size);
        labels.forEach((label, own) => {
          if (!label?.lead) return;
          const { from, to } = label.lead;
          // Looked at point by point: another way than the one by which the lines were chosen.
          for (let step = 1; step < 50; step += 1) {
            const x = from.x + ((to.x - from.x) * step) / 50;
            const y = from.y + ((to.y - from.y) * step) / 50;
            const isIn = (box: Box) => x > box.left && x < box.right && y > box.top && y < box.bottom;
            marks.forEach((mark, n) => {
              const box = boxOf(mark);
              if (n !== own) expect(isIn(box)).toBe(false);
            });
            labels.forEach((other, n) => {
              if (other && n !== own) expect(isIn(labelBox(other, marks[n]?.name ?? '', size))).toBe(false);
            });
          }
        });
      }),
    );
  });

  it('stand apart with a line where there is no room beside the mark', () => {
    const marks = [0, 26].flatMap((right) =>
      [0, 26].map((down) => ({ x: 400 + right, y: 500 + down, radius: 12, reach: 12, name: 'Marijampolė' })),
    );
    const labels = placeLabels(marks, frame, size);
    expect(labels.filter((label) => label === null)).toEqual([]);
    const led = labels.filter((label) => label?.lead);
    expect(led.length).toBeGreaterThan(0);
    for (const label of led) {
      const { from, to } = label?.lead ?? { from: { x: 0, y: 0 }, to: { x: 0, y: 0 } };
      expect(marks.some(({ x, y }) => Math.abs(Math.hypot(from.x - x, from.y - y) - 12) < 0.01)).toBe(true);
      expect(Math.hypot(to.x - (label?.x ?? 0), to.y - (label?.y ?? 0))).toBeLessThan(size);
    }
  });

  it('are answered for each mark, in its order', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        expect(placeLabels(marks, frame, size)).toHaveLength(marks.length);
      }),
    );
  });

  it('stand to the right where there is room, else on another side', () => {
    const mark = (x: number) => ({ x, y: 500, radius: 12, reach: 12, name: 'Rūjiena' });
    expect(placeLabels([mark(300)], frame, size)[0]?.anchor).toBe('start');
    expect(placeLabels([mark(930)], frame, size)[0]?.anchor).toBe('end');
  });

  it('are left out where there is no room at all', () => {
    expect(
      placeLabels(
        [{ x: 5, y: 5, radius: 10, reach: 10, name: 'Haparanda' }],
        { width: 20, height: 20 },
        size,
      ),
    ).toEqual([null]);
  });
});
