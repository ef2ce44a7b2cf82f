import { clusterSpots, type Mark } from './cluster.ts';
import { placeLabels, type Label } from './labels.ts';
import { pointOn, type View } from './view.ts';

/** A place as a map shows it; `name` is the reader's, `count` its practices. Others are named before one of kind "area". */
export type MapPlace = {
  id: string;
  name: string;
  countryCode: string;
  lat: number;
  lon: number;
  count: number;
  kind?: string;
};

export type PlacedPlace = MapPlace & { x: number; y: number };
export type PlacedMark = Mark<PlacedPlace> & { name: string; label: Label | null };

/** The size of names, in units of the drawing: on a phone's map some twelve pixels. */
export const nameSize = 34;

/**
 * The marks of places on a view with their names, the most practices first, and the places that lie outside of it.
 * `nameOf` says what stands beside a mark.
 */
export function marksOn(
  view: View,
  places: readonly MapPlace[],
  nameOf: (mark: Mark<PlacedPlace>) => string,
): { marks: PlacedMark[]; outside: MapPlace[] } {
  const outside: MapPlace[] = [];
  const inside = places.flatMap((place) => {
    const point = pointOn(view, place);
    if (point) return [{ ...place, x: point[0], y: point[1] }];
    outside.push(place);
    return [];
  });
  const marks = clusterSpots(inside).map((mark) => ({
    ...mark,
    x: Math.round(mark.x),
    y: Math.round(mark.y),
    radius: Math.round(mark.radius),
    name: nameOf(mark),
  }));
  const labels = placeLabels(marks, view, nameSize);
  return { marks: marks.map((mark, n) => ({ ...mark, label: labels[n] ?? null })), outside };
}
