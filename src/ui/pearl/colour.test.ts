import { describe, expect, test } from 'vitest';
import { colourAt, type Hex } from './colour.ts';
import { PALETTES } from './palettes.ts';

const lightness = (hex: Hex): number =>
  [1, 3, 5].reduce((sum, i) => sum + parseInt(hex.slice(i, i + 2), 16), 0);

describe('a scale of colours', () => {
  test('keeps its stops exactly', () => {
    const stops: Hex[] = ['#f7f4ee', '#2f7f8f', '#0b2e3f'];
    expect([0, 0.5, 1].map((t) => colourAt(stops, t))).toEqual(stops);
  });
  test('ends where it ends', () => {
    expect(colourAt(['#000000', '#ffffff'], -1)).toBe('#000000');
    expect(colourAt(['#000000', '#ffffff'], 2)).toBe('#ffffff');
  });
  test('refuses fewer than two stops', () => expect(() => colourAt(['#000000'], 0)).toThrow(RangeError));
});

test.each(PALETTES.map((stops, i) => [i, stops] as const))(
  'palette %d only darkens from the grain to the deep sea',
  (_, stops) => {
    const steps = Array.from({ length: 40 }, (_, i) => lightness(colourAt(stops, i / 39)));
    steps.slice(1).forEach((step, i) => expect(step).toBeLessThanOrEqual(steps[i] ?? 0));
    expect(stops.at(-1)).toBe('#0b2e3f');
  },
);
