import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash, sequence } from './seed.ts';

test('the hash never changes, or every cover would', () => {
  expect([hash(''), hash('open-kitchen-malmo')]).toMatchInlineSnapshot(`
    [
      2872998923,
      2045013966,
    ]
  `);
});

test('a sequence depends on its seed alone and stays in [0, 1)', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const [one, other] = [sequence(seed), sequence(seed)];
      for (let i = 0; i < 50; i++) {
        const value = one();
        expect(value).toBe(other());
        expect(value >= 0 && value < 1).toBe(true);
      }
    }),
  );
});

test('neighbouring seeds are spread evenly over ten parts', () => {
  const parts = new Array<number>(10).fill(0);
  for (let i = 0; i < 5000; i++) {
    const part = Math.floor(sequence(`practice-${i}`)() * 10);
    parts[part] = (parts[part] ?? 0) + 1;
  }
  expect(Math.min(...parts)).toBeGreaterThan(400);
  expect(Math.max(...parts)).toBeLessThan(600);
});
