import { clusterGroups, clusterSpots, joinedToNearest, type Mark } from './cluster.ts';
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

/** How a map is drawn, in units: on a small one names and marks are larger. */
export type Drawing = { nameSize: number; leastRadius: number };

const largeDrawing: Drawing = { nameSize, leastRadius: 0 };

/** A map beside a text, some 300 pixels wide. */
export const smallDrawing: Drawing = { nameSize: 58, leastRadius: 24 };

/** Whoever finds no room for a name joins its nearest neighbour, this many times: one long name must not draw in a whole country. */
const mostJoining = 5;

/**
 * The marks of places on a view with their names, the most practices first, and the places that lie outside of it.
 * `nameOf` says what stands beside a mark. A mark for whose name there is no room, not even apart, goes to the nearest
 * other, so that each is named.
 */
export function marksOn(
  view: View,
  places: readonly MapPlace[],
  nameOf: (mark: Mark<PlacedPlace>) => string,
  drawing = largeDrawing,
): { marks: PlacedMark[]; outside: MapPlace[] } {
  const outside: MapPlace[] = [];
  const inside = places.flatMap((place) => {
    const point = pointOn(view, place);
    if (point) return [{ ...place, x: point[0], y: point[1] }];
    outside.push(place);
    return [];
  });
  let marks = named(view, clusterSpots(inside), nameOf, drawing);
  for (let round = 0; round < mostJoining && marks.some(({ label }) => !label); round += 1) {
    const groups = joinedToNearest(marks, (mark) => marks.some((one) => one === mark && !one.label));
    marks = named(view, clusterGroups(groups), nameOf, drawing);
  }
  return { marks, outside };
}

function named(
  view: View,
  marks: readonly Mark<PlacedPlace>[],
  nameOf: (mark: Mark<PlacedPlace>) => string,
  { nameSize: size, leastRadius }: Drawing,
): PlacedMark[] {
  const whole = marks.map((mark) => ({
    ...mark,
    x: Math.round(mark.x),
    y: Math.round(mark.y),
    radius: Math.max(leastRadius, Math.round(mark.radius)),
    reach: Math.floor(mark.reach),
    name: nameOf(mark),
  }));
  const labels = placeLabels(whole, view, size);
  return whole.map((mark, n) => ({ ...mark, label: labels[n] ?? null }));
}
