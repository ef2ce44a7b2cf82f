import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Polygon, Topology } from 'topojson-specification';

/** The programme's countries: ISO 3166 codes as we write them, and the numbers under which Natural Earth has them. */
const countryNumbers = {
  DK: '208',
  EE: '233',
  FI: '246',
  DE: '276',
  LV: '428',
  LT: '440',
  PL: '616',
  SE: '752',
} as const;

/** Countries that come into sight around them; the rest of the world would only cost time. */
const neighbourNumbers = new Set<unknown>(
  '040 056 112 203 250 348 438 442 498 528 578 642 643 703 756 804 826'.split(' '),
);

export type CountryCode = keyof typeof countryNumbers;

export const countryCodes = Object.keys(countryNumbers) as CountryCode[];

export type Lands = {
  countries: ReadonlyMap<CountryCode, Geometry>;
  neighbours: Geometry[];
};

type Atlas = Topology<{ countries: GeometryCollection }>;

/** Outlines of Natural Earth at 1:50 million, in degrees. Read anew each time: a drawing is kept, the atlas is not. */
export function readLands(): Lands {
  // The finer 1:10 million file has polygons wound the wrong way round, which d3 draws as the whole world but for them.
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Atlas;
  const outlines = atlas.objects.countries.geometries;
  const shapeOf = (outline: GeometryObject) => feature(atlas, outline as Polygon).geometry;
  return {
    countries: new Map(
      countryCodes.flatMap((code) => {
        const outline = outlines.find(({ id }) => id === countryNumbers[code]);
        return outline ? [[code, shapeOf(outline)] as const] : [];
      }),
    ),
    neighbours: outlines.filter(({ id }) => neighbourNumbers.has(id)).map(shapeOf),
  };
}
