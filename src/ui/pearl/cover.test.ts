import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contourRadius, depthAt, reliefOf } from './contours.ts';
import { coverSvg } from './cover.ts';
import { DIMENSIONS } from './dimensions.ts';
import { COVER_FRAMES, type CoverSize } from './frames.ts';
import { sequence } from './seed.ts';

const SIZES: CoverSize[] = ['full', 'thumbnail', 'wide', 'square'];
const LIMIT = { full: 6000, thumbnail: 1500, wide: 6000, square: 6000 };
const dimensions = fc.subarray([...DIMENSIONS]);
const slug = fc.stringMatching(/^[a-z0-9-]{1,60}$/);

describe('a cover', () => {
  test.each(SIZES)(
    'in size %s is always the same for the same practice, whatever the order of its dimensions',
    (size) => {
      const one = coverSvg({ seed: 'repair-cafe-visby', dimensions: ['trust', 'belonging'], size });
      expect(coverSvg({ seed: 'repair-cafe-visby', dimensions: ['belonging', 'trust'], size })).toBe(one);
    },
  );

  test('differs between practices and between dimensions', () => {
    const all = Array.from({ length: 300 }, (_, i) =>
      coverSvg({ seed: `practice-${i}`, dimensions: [], size: 'thumbnail' }),
    );
    expect(new Set(all).size).toBe(300);
    const served = DIMENSIONS.map((code) => coverSvg({ seed: 'a', dimensions: [code], size: 'thumbnail' }));
    expect(new Set(served).size).toBe(8);
  });

  test.each(SIZES)(
    'in size %s is a plain drawing: finite numbers, no text, no style, no script, nothing from elsewhere',
    (size) => {
      fc.assert(
        fc.property(slug, dimensions, (seed, codes) => {
          const svg = coverSvg({ seed, dimensions: codes, size });
          expect(svg).not.toMatch(/NaN|Infinity|undefined|e-\d|style|<script|<text|<image|href/);
          expect(svg.match(/<path /g)).toHaveLength(COVER_FRAMES[size].layers + 1);
          for (const [, data] of svg.matchAll(/ d="([^"]*)"/g)) expect(data).toMatch(/^M[-\d.csMhvH ]+z$/);
        }),
        { numRuns: 40 },
      );
    },
  );

  test.each(SIZES)('in size %s stays within its bytes over 200 practices', (size) => {
    const random = sequence('bytes');
    const sizes = Array.from({ length: 200 }, (_, i) => {
      const codes = DIMENSIONS.filter(() => random() < (i % 4) / 4 + 0.1);
      return gzipSync(
        coverSvg({
          seed: `${Math.floor(random() * 1e9).toString(36)}-${i}`,
          dimensions: i % 9 ? codes : [],
          size,
        }),
      ).length;
    });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(LIMIT[size]);
  });

  test('holds no character of the seed', () => {
    expect(coverSvg({ seed: '"><script>alert(1)</script>', dimensions: [], size: 'full' })).not.toMatch(
      /script|alert/,
    );
  });
});

describe('the seabed', () => {
  const relief = fc.tuple(slug, dimensions).map(([seed, codes]) => reliefOf(codes, sequence(seed)));
  const turn = fc.double({ min: 0, max: 1, noNaN: true });

  test('falls away from the grain in every direction, so contours never cross', () => {
    fc.assert(
      fc.property(relief, turn, (r, direction) => {
        for (let depth = 0.02; depth < 2; depth += 0.02)
          expect(contourRadius(r, depth, direction)).toBeGreaterThan(
            contourRadius(r, depth - 0.02, direction),
          );
      }),
      { numRuns: 300 },
    );
  });

  test('bulges towards the dimensions a practice serves', () => {
    fc.assert(
      fc.property(slug, fc.subarray([...DIMENSIONS], { minLength: 1, maxLength: 7 }), (seed, codes) => {
        const { shape } = reliefOf(codes, sequence(seed));
        const of = (isServed: boolean): number[] =>
          shape.filter((_, i) => codes.some((code) => code === DIMENSIONS[i]) === isServed);
        expect(Math.min(...of(true))).toBeGreaterThan(Math.max(...of(false)) * 1.3);
      }),
    );
  });

  test('is even where no dimension is known', () => {
    const { shape } = reliefOf([], sequence('havnefolk'));
    expect(Math.max(...shape) - Math.min(...shape)).toBeLessThan(0.13);
  });

  test('tells the depth of a point', () => {
    fc.assert(
      fc.property(relief, turn, fc.double({ min: 0.1, max: 2, noNaN: true }), (r, direction, depth) => {
        const radius = contourRadius(r, depth, direction);
        const point = [
          400 * radius * Math.sin(2 * Math.PI * direction),
          -300 * radius * Math.cos(2 * Math.PI * direction),
        ] as const;
        expect(depthAt(r, point, [400, 300])).toBeCloseTo(depth, 4);
      }),
    );
  });
});
