import { DIMENSIONS, type DimensionCode } from './dimensions.ts';
import { trace, radiusAt, type Point } from './outline.ts';

/** A score a dimension, 1 to 5; `null` where it is not known. */
export type Scores = Readonly<Record<DimensionCode, number | null>>;

/** Drawing units a point of the scale: ring 5 has the radius 150. */
export const UNIT = 30;

/** Points of the outline: three between any two dimensions. */
const POINTS = 32;

/** The radius at which a score stands, exactly: score × `UNIT`. Throws outside 1–5, which no diagnosis gives. */
export function radiusOfScore(score: number): number {
  if (!(score >= 1 && score <= 5)) throw new RangeError(`a score is 1 to 5, not ${score}`);
  return score * UNIT;
}

/** The direction of a dimension in turns, 0 the top, clockwise. */
export const turnOf = (code: DimensionCode): number => DIMENSIONS.indexOf(code) / DIMENSIONS.length;

/** The dimensions whose score is known, in order. */
export const known = (scores: Scores): DimensionCode[] => DIMENSIONS.filter((code) => scores[code] !== null);

/**
 * The eight radii of the outline, or none when nothing is known. A direction that is not known takes its radius from the
 * known ones on both sides, by distance; the drawing shows it pale, so that nobody reads it as a score.
 */
export function radiiOf(scores: Scores): number[] {
  const count = DIMENSIONS.length;
  const radii = DIMENSIONS.map((code) => (scores[code] === null ? null : radiusOfScore(scores[code])));
  const search = (from: number, step: number): { distance: number; radius: number } | undefined => {
    for (let distance = 0; distance < count; distance++) {
      const radius = radii[(from + step * distance + count * count) % count];
      if (radius !== null && radius !== undefined) return { distance, radius };
    }
    return undefined;
  };
  return radii.flatMap((_, i) => {
    const [before, after] = [search(i, -1), search(i, 1)];
    if (before === undefined || after === undefined) return [];
    const span = before.distance + after.distance;
    return span === 0
      ? before.radius
      : before.radius + ((after.radius - before.radius) * before.distance) / span;
  });
}

/** The outline through the scores as points about the centre; none when nothing is known. */
export function outlineOf(scores: Scores): Point[] {
  const radii = radiiOf(scores);
  return radii.length === 0 ? [] : trace(POINTS, (turn) => radiusAt(radii, turn));
}
