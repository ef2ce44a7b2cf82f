import { DIMENSIONS, type DimensionCode } from './dimensions.ts';
import { radiusAt, trace, type Point } from './outline.ts';

/** How one cover's seabed lies. Radii are shares of the mean; turns are 0–1 from the top, clockwise. */
export interface Relief {
  /** A radius a dimension, about 1. */
  readonly shape: readonly number[];
  /** Waves around the outline: `count` a turn, `height` as a share of the radius, slowly turning by `drift` turns from grain to edge. */
  readonly waves: readonly { count: number; height: number; phase: number; drift: number }[];
}

/** The shape of a cover: served dimensions bulge, others draw back, none known lies even; a few slight waves make it one of its kind. */
export function reliefOf(dimensions: readonly DimensionCode[], random: () => number): Relief {
  const served = new Set(dimensions);
  const even = served.size === 0 || served.size === DIMENSIONS.length;
  const shape = DIMENSIONS.map((code) => {
    const slight = (random() - 0.5) * 0.12;
    return (even ? 1 : served.has(code) ? 1.3 : 0.74) + slight;
  });
  const waves = [2, 3, 5].map((count) => ({
    count,
    height: (0.5 + random()) * (0.11 / count),
    phase: random(),
    drift: (random() - 0.5) * 0.5,
  }));
  return { shape, waves };
}

/**
 * The radius at `depth` (0 at the grain, 1 the contour that spans `reach`, more beyond) and `turn`: round at the grain, more itself
 * the further out, from 1 on only larger. It grows with depth in every direction, so contours never cross.
 */
export function contourRadius(relief: Relief, depth: number, turn: number): number {
  const age = Math.min(1, depth);
  const bulge = 1 + (0.3 + 0.7 * Math.sqrt(age)) * (radiusAt(relief.shape, turn) - 1);
  const wave = relief.waves.reduce(
    (sum, { count, height, phase, drift }) =>
      sum + height * Math.sin(2 * Math.PI * (count * turn + phase + drift * age)),
    0,
  );
  return depth * bulge * (1 + wave * age);
}

/** One contour as `count` points about the grain; `reach` is the half width and half height of the contour at depth 1, in drawing units. */
export function contour(relief: Relief, depth: number, count: number, reach: Point): Point[] {
  return trace(count, (turn) => contourRadius(relief, depth, turn)).map(([x, y]) => [
    x * reach[0],
    y * reach[1],
  ]);
}

/** The depth of the contour that runs through `point` (drawing units from the grain). */
export function depthAt(relief: Relief, point: Point, reach: Point): number {
  const [x, y] = [point[0] / reach[0], point[1] / reach[1]];
  const [distance, turn] = [Math.hypot(x, y), Math.atan2(x, -y) / (2 * Math.PI)];
  let [low, high] = [0, 4];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (contourRadius(relief, middle, turn) < distance) low = middle;
    else high = middle;
  }
  return low;
}
