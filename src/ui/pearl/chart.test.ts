import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, roomFor } from './chart-labels.ts';
import { outlineOf, radiiOf, turnOf, UNIT, type Scores } from './chart-scale.ts';
import { chartSvg, type Chart } from './chart.ts';
import { DIMENSIONS, type DimensionCode } from './dimensions.ts';

const each = <T>(value: (code: DimensionCode, i: number) => T): Record<DimensionCode, T> =>
  Object.fromEntries(DIMENSIONS.map((code, i) => [code, value(code, i)])) as Record<DimensionCode, T>;
const score = fc.double({ min: 1, max: 5, noNaN: true });
const anyScores = fc
  .array(fc.option(score), { minLength: 8, maxLength: 8 })
  .map((all): Scores => each((_, i) => all[i] ?? null));
const draw = (part: Partial<Chart> = {}): string =>
  chartSvg({
    scores: each(() => 3),
    labels: each((code) => code),
    title: 'Turku',
    description: 'Eight scores',
    locale: 'en',
    ...part,
  });
const dotsOf = (svg: string): [number, number][] =>
  [...svg.matchAll(/class="pearl-dot" cx="([^"]+)" cy="([^"]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('a diagnosis chart', () => {
  test('puts a dot for each known score exactly on its radius and direction, and none for the others', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const known = DIMENSIONS.filter((code) => scores[code] !== null);
        const dots = dotsOf(draw({ scores }));
        expect(dots).toHaveLength(known.length);
        known.forEach((code, i) => {
          const [x, y] = dots[i] ?? [NaN, NaN];
          const radius = (scores[code] ?? NaN) * UNIT;
          expect(Math.abs(x - radius * Math.sin(2 * Math.PI * turnOf(code)))).toBeLessThanOrEqual(0.0501);
          expect(Math.abs(y + radius * Math.cos(2 * Math.PI * turnOf(code)))).toBeLessThanOrEqual(0.0501);
        });
      }),
    );
  });

  test('draws the outermost of five layers through the scores', () => {
    const scores = each((_, i) => 1 + i / 2);
    expect(draw({ scores }).match(/class="pearl-layer /g)).toHaveLength(5);
    const outline = outlineOf(scores);
    DIMENSIONS.forEach((code, i) =>
      expect(Math.hypot(...(outline[4 * i] ?? [0, 0]))).toBeCloseTo((scores[code] ?? 0) * 30, 9),
    );
  });

  test('takes a direction that is not known from the known ones beside it, and shows it pale', () => {
    const scores = { ...each((): number | null => 4), trust: null, participation: null, adaptability: 1 };
    expect(radiiOf(scores).slice(1, 5)).toEqual([120, 90, 60, 30]);
    expect(draw({ scores })).toContain('class="pearl-unknown"');
    expect(draw()).not.toContain('class="pearl-unknown"');
  });

  test('shows rings and names only, when nothing is known', () => {
    const svg = draw({ scores: each(() => null) });
    expect(svg).not.toMatch(/pearl-layer|pearl-grain|pearl-dot"/);
    expect(svg.match(/–<\/tspan>/g)).toHaveLength(8);
  });

  test.each([0, 0.99, 5.01, NaN])('refuses the score %d', (wrong) => {
    expect(() => draw({ scores: { ...each(() => 3), trust: wrong } })).toThrow(RangeError);
  });

  test('shows an earlier diagnosis dashed and the spread as bars, if there are any', () => {
    const svg = draw({ previous: each(() => 2), spread: { trust: [1, 5], inclusion: null } });
    expect(svg).toContain('stroke-dasharray');
    expect(svg.match(/class="pearl-spread"/g)).toHaveLength(1);
    expect(svg).toContain('d="M30 0L150 0"');
    expect(draw()).not.toMatch(/stroke-dasharray|pearl-spread/);
  });

  test('writes numbers as the reader does', () => {
    expect(draw({ scores: each(() => 3.25), locale: 'de' })).toContain('>3,3<');
    expect(draw({ scores: each(() => 3.25), locale: 'en' })).toContain('>3.3<');
  });

  test('escapes every text', () => {
    const evil = '<b onload="x">&\'\u0000';
    const svg = draw({ labels: each(() => evil), title: evil, description: evil });
    expect(svg).toContain('<title id="');
    expect(svg).toContain('&lt;b onload=&quot;x&quot;&gt;&amp;&#39;</title>');
    expect(svg).not.toMatch(/<b|\u0000/);
  });

  test('fits a strict page: no style, no script, finite numbers, its own ids', () => {
    fc.assert(
      fc.property(anyScores, anyScores, (scores, previous) => {
        const svg = draw({ scores, previous });
        expect(svg).not.toMatch(/style|<script|NaN|Infinity|undefined/);
        expect(draw({ scores, previous })).toBe(svg);
        const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [, id] of svg.matchAll(/(?:url\(#|href="#)([^)"]+)/g)) expect(ids).toContain(id);
      }),
    );
    expect(draw()).toMatch(/^<svg [^>]*role="img" aria-labelledby="(\S+)-title" aria-describedby="\1-desc"/);
    expect(draw({ title: 'Turku' }).slice(0, 200)).not.toBe(draw({ title: 'Narva' }).slice(0, 200));
  });
});

describe('names of dimensions', () => {
  test('break at spaces only', () => {
    expect(linesOf('sektorirajat ylittävä yhteistyö')).toEqual(['sektorirajat', 'ylittävä yhteistyö']);
    expect(linesOf('Zusammengehörigkeitsgefühl')).toEqual(['Zusammengehörigkeitsgefühl']);
    expect(linesOf(' trust ')).toEqual(['trust']);
    expect(linesOf('')).toEqual(['']);
  });
  test('make room for themselves, however long', () => {
    expect(roomFor(each(() => 'trust')).x).toBe(300);
    expect(roomFor(each(() => 'x'.repeat(40))).x).toBeGreaterThan(166 + 40 * 8);
    expect(roomFor(each(() => 'one two three four five six seven eight')).y).toBeGreaterThan(
      roomFor(each(() => 'one')).y,
    );
  });
});
