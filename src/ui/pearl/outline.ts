/** A point in drawing units, x to the right, y downwards. */
export type Point = readonly [x: number, y: number];

const at = <T>(ring: readonly T[], i: number): T => {
  const value = ring[((i % ring.length) + ring.length) % ring.length];
  if (value === undefined) throw new RangeError('an outline needs at least one value');
  return value;
};

/** 0 → 0, 1 → 1, flat at both ends. */
export const smoothstep = (t: number): number => t * t * (3 - 2 * t);

/**
 * The radius at `turn` (0 is the top, 1 a full turn clockwise) of an outline whose radii stand at equal angles,
 * the first at the top. Between neighbours it runs by smoothstep, so a bulge stays between its neighbours' values.
 */
export function radiusAt(radii: readonly number[], turn: number): number {
  const place = turn * radii.length;
  const i = Math.floor(place);
  const from = at(radii, i);
  return from + (at(radii, i + 1) - from) * smoothstep(place - i);
}

/** The point at `radius` from the origin in the direction `turn` (0 is the top, clockwise). */
export const pointAt = (radius: number, turn: number): Point => [
  radius * Math.sin(turn * 2 * Math.PI),
  -radius * Math.cos(turn * 2 * Math.PI),
];

/** `count` points at equal angles from the top, clockwise, on the outline that `radius(turn)` describes. */
export const trace = (count: number, radius: (turn: number) => number): Point[] =>
  Array.from({ length: count }, (_, i) => pointAt(radius(i / count), i / count));

/** A number as SVG likes it short: at most `decimals` places, no leading or trailing zero, never `-0`. Throws on NaN and infinity. */
export function compact(n: number, decimals = 1): string {
  if (!Number.isFinite(n)) throw new RangeError(`not a coordinate: ${n}`);
  const rounded = Math.round(n * 10 ** decimals) / 10 ** decimals;
  return rounded === 0 ? '0' : String(rounded).replace(/^(-?)0\./, '$1.');
}

/** Numbers side by side with the separators SVG can do without left out: `1,-2,.5` → `1-2 .5`. */
export const compactList = (numbers: readonly number[], decimals = 1): string =>
  numbers.map((n) => compact(n, decimals)).reduce((all, n) => (n.startsWith('-') ? all + n : `${all} ${n}`));

/**
 * The closed Catmull-Rom spline through `points` as the data of an SVG path: cubic Béziers, relative, in the short `s` form
 * (the spline is smooth at every point, so half the handles go without saying). Coordinates keep `decimals` places; rounding never adds up.
 */
export function splinePath(points: readonly Point[], decimals = 1): string {
  const step = 10 ** -decimals;
  const snap = ([x, y]: Point): Point => [Math.round(x / step) * step, Math.round(y / step) * step];
  const handle = (i: number, sign: number): Point => {
    const [here, before, after] = [at(points, i), at(points, i - 1), at(points, i + 1)];
    return [here[0] + (sign * (after[0] - before[0])) / 6, here[1] + (sign * (after[1] - before[1])) / 6];
  };
  const start = snap(at(points, 0));
  let pen = start;
  let path = `M${compactList(start, decimals)}`;
  for (let i = 1; i <= points.length; i++) {
    const end = snap(at(points, i));
    const handles = i === 1 ? [handle(0, 1), handle(1, -1)] : [handle(i, -1)];
    const [px, py] = pen;
    const numbers = [...handles, end].flatMap(([x, y]) => [x - px, y - py]);
    const data = compactList(numbers, decimals);
    path += i === 1 ? `c${data}` : i === 2 ? `s${data}` : data.startsWith('-') ? data : ` ${data}`;
    pen = end;
  }
  return `${path}z`;
}
