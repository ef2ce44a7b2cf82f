import { geoPath, type GeoContext, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';

/** Rings whose box is smaller than this both ways, in units, would be specks of dust. */
const smallest = 4;

type Point = readonly [number, number];

/**
 * Collects rings on a grid of whole units. Points that fall on the one before are left out, and since the grid is the
 * same for all, the border of two countries stays one line.
 */
class RingCollector implements GeoContext {
  readonly rings: Point[][] = [];
  moveTo(x: number, y: number): void {
    this.rings.push([[Math.round(x), Math.round(y)]]);
  }
  lineTo(x: number, y: number): void {
    const ring = this.rings.at(-1);
    const last = ring?.at(-1);
    const next = [Math.round(x), Math.round(y)] as const;
    if (ring && last && (last[0] !== next[0] || last[1] !== next[1])) ring.push(next);
  }
  // d3 closes every ring of a polygon itself; circles are drawn for points only.
  closePath(): void {}
  beginPath(): void {}
  arc(): void {}
}

/** The shape as the `d` of an SVG path: whole units, each point told from the one before, which compresses well. */
export function outlinePath(projection: GeoProjection, shape: GeoPermissibleObjects): string {
  const collector = new RingCollector();
  geoPath(projection, collector)(shape);
  return collector.rings.filter(isSeen).map(ringPath).join('');
}

function isSeen(ring: readonly Point[]): boolean {
  const span = (values: number[]) => Math.max(...values) - Math.min(...values);
  return ring.length > 2 && Math.max(span(ring.map(([x]) => x)), span(ring.map(([, y]) => y))) >= smallest;
}

function ringPath([first = [0, 0], ...others]: readonly Point[]): string {
  let [x, y] = first;
  let path = `M${x} ${y}l`;
  others.forEach(([nextX, nextY], n) => {
    const step = `${nextX - x} ${nextY - y}`;
    path += n === 0 || step.startsWith('-') ? step : ` ${step}`;
    [x, y] = [nextX, nextY];
  });
  return `${path}z`.replaceAll(' -', '-');
}
