/** A place where it lies on a view, with the number of its practices. */
export type Spot = { id: string; x: number; y: number; count: number; kind?: string };

/** One mark on the map: a place, or several that would lie on each other. */
export type Mark<S extends Spot = Spot> = {
  x: number;
  y: number;
  radius: number;
  /** The radius of what a finger hits; those of two marks never overlap. */
  reach: number;
  count: number;
  /** The place after which the mark is named comes first: a town before a landscape, then the most practices. */
  spots: S[];
};

const radii = { least: 13, most: 46, one: 13 };

/** On a phone's map (350 pixels wide) a circle of 24 pixels, as WCAG 2.5.8 wants; a large mark is hit where it is seen. */
const leastReach = 34;
const reachOf = (radius: number): number => Math.max(leastReach, radius + 2);

/** The most practices first; among equals by name of the place, so that the order of asking never shows. */
const byWeight = <S extends Spot>(a: { count: number; spots: S[] }, b: { count: number; spots: S[] }) =>
  b.count - a.count || ((a.spots[0]?.id ?? '') < (b.spots[0]?.id ?? '') ? -1 : 1);

const byName = (a: Spot, b: Spot) =>
  Number(a.kind === 'area') - Number(b.kind === 'area') || b.count - a.count || (a.id < b.id ? -1 : 1);

/** The area of a mark grows with its practices; a single one must still be hit, and a thousand not hide a country. */
function radiusFor(most: number): (count: number) => number {
  const scale = Math.min(radii.one, radii.most / Math.sqrt(Math.max(1, most)));
  return (count) => Math.min(radii.most, Math.max(radii.least, scale * Math.sqrt(count)));
}

/**
 * Marks for all places, none of which reaches into another. Places that would are drawn as one, in the middle of their
 * practices. The same places give the same marks in whatever order they come; no place is lost.
 */
export function clusterSpots<S extends Spot>(spots: readonly S[]): Mark<S>[] {
  return clusterGroups(spots.map((spot) => [spot]));
}

/** As `clusterSpots`, with some that are one mark anyway. No group is empty. */
export function clusterGroups<S extends Spot>(groups: readonly S[][]): Mark<S>[] {
  const radiusOf = radiusFor(Math.max(...groups.flat().map(({ count }) => count)));
  const markOf = (of: readonly S[]): Mark<S> => {
    const sorted = [...of].sort(byName);
    const count = sorted.reduce((sum, spot) => sum + spot.count, 0);
    const middle = (axis: 'x' | 'y') =>
      sorted.reduce((sum, spot) => sum + spot[axis] * spot.count, 0) / Math.max(1, count);
    const radius = radiusOf(count);
    return { x: middle('x'), y: middle('y'), radius, reach: reachOf(radius), count, spots: sorted };
  };
  let marks = groups.map(markOf).sort(byWeight);
  for (let before = Infinity; marks.length < before;) {
    before = marks.length;
    marks = gathered(marks).map((together) => markOf(together.flatMap((mark) => mark.spots)));
    marks.sort(byWeight);
  }
  return marks;
}

/** Each mark that touches heavier ones goes to the nearest of them; what has grown is looked at again. */
function gathered<S extends Spot>(marks: readonly Mark<S>[]): Mark<S>[][] {
  const groups: { head: Mark<S>; all: Mark<S>[] }[] = [];
  for (const mark of marks) {
    const touched = groups
      .map((group) => ({ group, distance: distance(group.head, mark) }))
      .filter(({ group, distance: apart }) => apart < group.head.reach + mark.reach);
    const nearest = touched.sort((a, b) => a.distance - b.distance)[0];
    if (nearest) nearest.group.all.push(mark);
    else groups.push({ head: mark, all: [mark] });
  }
  return groups.map(({ all }) => all);
}

/** The marks that `isAlone` says go to the nearest other one; the groups that come of it. */
export function joinedToNearest<S extends Spot>(
  marks: readonly Mark<S>[],
  isAlone: (mark: Mark<S>) => boolean,
): S[][] {
  const groups = new Map(marks.map((mark) => [mark, [...mark.spots]]));
  for (const mark of marks.filter(isAlone)) {
    const others = [...groups.keys()].filter((other) => other !== mark);
    const nearest = others.sort((a, b) => distance(a, mark) - distance(b, mark))[0];
    const own = groups.get(mark);
    if (!nearest || !own) continue;
    groups.get(nearest)?.push(...own);
    groups.delete(mark);
  }
  return [...groups.values()];
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
  Math.hypot(a.x - b.x, a.y - b.y);
