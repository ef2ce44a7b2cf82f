import {
  geoCentroid,
  geoConicConformal,
  geoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
} from 'd3-geo';
import { countryCodes, readLands, type CountryCode, type Lands } from './atlas.ts';

/** What a map shows: the whole region, or one country drawn larger. */
export type ViewName = 'region' | CountryCode;

export const viewNames: readonly ViewName[] = ['region', ...countryCodes];

export type View = {
  name: ViewName;
  /** The drawing's own units, about two for a pixel of a map beside a list. */
  width: number;
  height: number;
  projection: GeoProjection;
};

/** Every view is this wide, so that marks and names are as large on each. */
const width = 960;
const heights = { least: 760, most: 1320 };
const margin = 36;

/** Points of the coast and the borders that the whole region's map has to hold. */
const regionEnds: GeoPermissibleObjects = {
  type: 'MultiPoint',
  coordinates: [
    [7.2, 54.5],
    [10.2, 52.5],
    [31.6, 62.9],
    [24.2, 49],
    [14, 49.6],
    [25.7, 70.1],
    [11, 62.5],
  ],
};

const isViewName = (name: string): name is ViewName => (viewNames as readonly string[]).includes(name);

/** The view of this name; of any other text, none. */
export const asViewName = (name: string): ViewName | null => (isViewName(name) ? name : null);

const kept = new Map<ViewName, View>();

/** The projection of a view, conformal so that coasts keep their shapes. Worked out at first use. */
export function viewOf(name: ViewName, lands?: Lands): View {
  const known = kept.get(name);
  if (known) return known;
  const view = name === 'region' ? fitted(name, regionEnds, 19) : countryView(name, lands ?? readLands());
  kept.set(name, view);
  return view;
}

function countryView(name: CountryCode, lands: Lands): View {
  const outline = lands.countries.get(name);
  if (outline === undefined) throw new Error(`The atlas has no country ${name}.`);
  return fitted(name, outline, geoCentroid(outline)[0]);
}

/** North is up along `meridian`; the height follows from what is shown, within what a page bears. */
function fitted(name: ViewName, shown: GeoPermissibleObjects, meridian: number): View {
  const projection = geoConicConformal().rotate([-meridian, 0]).parallels([54, 66]).precision(0.5);
  const fit = (height: number) =>
    projection.fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      shown,
    );
  const tall = spanOf(fit(100_000), shown) + 2 * margin;
  const height = Math.round(Math.min(heights.most, Math.max(heights.least, tall)));
  return { name, width, height, projection: fit(height) };
}

function spanOf(projection: GeoProjection, shown: GeoPermissibleObjects): number {
  const [[, top], [, bottom]] = geoPath(projection).bounds(shown);
  return bottom - top;
}

/** Where a place lies on a view, in its units; null where it lies outside. */
export function pointOn(view: View, place: { lat: number; lon: number }): [number, number] | null {
  const [x, y] = view.projection([place.lon, place.lat]) ?? [NaN, NaN];
  const isInside = x >= 0 && x <= view.width && y >= 0 && y <= view.height;
  return isInside ? [x, y] : null;
}
