import type { Geometry } from 'geojson';
import { hash } from '../pearl/seed.ts';
import { readLands, type CountryCode, type Lands } from './atlas.ts';
import { outlinePath } from './outline-path.ts';
import { viewNames, viewOf, type View, type ViewName } from './view.ts';

export type Outlines = {
  view: View;
  /** What the map is about (the programme's countries, or one of them) and all other land, each the `d` of a path. */
  countries: string;
  others: string;
  /** The drawing as a file of its own: `region-1a2b3c4d`, another name as soon as it is drawn otherwise. */
  file: string;
  svg: string;
};

const kept = new Map<ViewName, Outlines>();

/** The land of a view, drawn at first use and kept. */
export function outlinesOf(name: ViewName): Outlines {
  const known = kept.get(name);
  if (known) return known;
  const outlines = draw(name, readLands());
  kept.set(name, outlines);
  return outlines;
}

function draw(name: ViewName, lands: Lands): Outlines {
  const view = viewOf(name, lands);
  // Cut well outside of the frame, or the cut would be drawn like a coast.
  const cut = 60;
  view.projection.clipExtent([
    [-cut, -cut],
    [view.width + cut, view.height + cut],
  ]);
  const pathOf = (shapes: Geometry[]) => shapes.map((shape) => outlinePath(view.projection, shape)).join('');
  const isMeant = (code: CountryCode) => name === 'region' || name === code;
  const own = [...lands.countries];
  const countries = pathOf(own.filter(([code]) => isMeant(code)).map(([, shape]) => shape));
  const others = pathOf([
    ...lands.neighbours,
    ...own.filter(([code]) => !isMeant(code)).map(([, shape]) => shape),
  ]);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${view.width} ${view.height}">` +
    `<g id="land"><path id="others" d="${others}"/><path id="countries" d="${countries}"/></g></svg>`;
  return { view, countries, others, svg, file: `${name}-${hash(svg).toString(16).padStart(8, '0')}` };
}

const fileName = new RegExp(`^(${viewNames.join('|')})(?:-[0-9a-f]{8})?$`);

/** The outlines that a file's name asks for, whatever digest it gives; null where it names no view. */
export function outlinesByFile(file: string): Outlines | null {
  const name = fileName.exec(file)?.[1];
  return name === undefined ? null : outlinesOf(name as ViewName);
}
