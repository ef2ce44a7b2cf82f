import { readFile, writeFile } from 'node:fs/promises';
import { feature } from 'topojson-client';

/*
 * Writes into db/seed/places/places.json how far each town lies from the sea, in whole kilometres: the shortest way
 * from its point to the outline of the land in Natural Earth at 1:10 million (world-atlas, public domain). Lakes are
 * no sea there. What an editor wrote with a source of its own is left. Run it after adding a place.
 */

const SOURCE = 'Natural Earth 1:10m';
const KM_PER_DEGREE = (6371.0088 * Math.PI) / 180;
const placesFile = new URL('../db/seed/places/places.json', import.meta.url);
const landFile = new URL(import.meta.resolve('world-atlas/land-10m.json'));

/** @typedef {import('geojson').Position} Position */

/** Kilometres from the place to the line between two points, on a flat map around the place: right to a few hundredths at such distances. @param {{ lat: number, lon: number }} place @param {Position} a @param {Position} b */
function kilometresTo({ lat, lon }, [ax = 0, ay = 0], [bx = 0, by = 0]) {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const [x, y] = [(ax - lon) * shrink * KM_PER_DEGREE, (ay - lat) * KM_PER_DEGREE];
  const [dx, dy] = [(bx - ax) * shrink * KM_PER_DEGREE, (by - ay) * KM_PER_DEGREE];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / length));
  return Math.hypot(x + share * dx, y + share * dy);
}

const land = JSON.parse(await readFile(landFile, 'utf8'));
/** @type {import('geojson').FeatureCollection} */
const { features } = /** @type {any} */ (feature(land, land.objects.land));
/** @type {Position[][]} */
const shores = features.flatMap(({ geometry }) =>
  geometry.type === 'MultiPolygon'
    ? geometry.coordinates.flat()
    : geometry.type === 'Polygon'
      ? geometry.coordinates
      : [],
);
// The sea around the eight countries: further shores are the nearest to none of their towns.
const near = shores
  .flatMap((shore) => shore.slice(1).map((point, i) => [shore[i] ?? point, point]))
  .filter(([[lon = 0, lat = 0] = []]) => lat > 45 && lat < 72 && lon > -5 && lon < 45);

/** @type {Record<string, any>[]} */
const places = JSON.parse(await readFile(placesFile, 'utf8'));
for (const place of places) {
  if (place.kind === 'area' || (place.coastSource ?? SOURCE) !== SOURCE) continue;
  const point = { lat: place.lat, lon: place.lon };
  place.coastKm = Math.round(Math.min(...near.map(([a = [], b = []]) => kilometresTo(point, a, b))));
  place.coastSource = SOURCE;
}
await writeFile(placesFile, `${JSON.stringify(places, null, 2)}\n`);
