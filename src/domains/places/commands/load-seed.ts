import type { Database } from '#platform/database/connect.ts';
import { loadRows } from '#platform/seed/load-rows.ts';
import { readSeed } from '#platform/seed/read-seed.ts';

type SeedCountry = { code: string; officialLanguages: string[] };
type SeedRegion = { key: string; country: string; nuts: string; names: Record<string, string> };
type SeedPlace = {
  key: string;
  kind: string;
  country: string;
  region: string | null;
  lat: number;
  lon: number;
  coordinateSource: string;
  geonamesId: number | null;
  population: number | null;
  populationSource: string | null;
  populationOn: string | null;
  names: { default: string } & Record<string, string>;
  titleYears: number[];
};

/** Loads `db/seed/places/`. */
export async function loadPlaceSeed(db: Database): Promise<void> {
  const countries = await readSeed<SeedCountry[]>('places/countries.json');
  const regions = await readSeed<SeedRegion[]>('places/regions.json');
  const places = await readSeed<SeedPlace[]>('places/places.json');

  await loadRows(db, {
    table: 'country',
    key: ['code'],
    rows: countries.map((country) => ({ code: country.code, official_languages: country.officialLanguages })),
  });
  await loadRows(db, {
    table: 'region',
    key: ['id'],
    rows: regions.map((region) => ({ id: region.key, country_code: region.country, nuts_code: region.nuts })),
  });
  await loadRows(db, {
    table: 'region_name',
    key: ['region_id', 'language'],
    parent: { table: 'region', column: 'region_id' },
    rows: regions.flatMap((region) =>
      Object.entries(region.names).map(([language, name]) => ({ region_id: region.key, language, name })),
    ),
  });
  await loadRows(db, { table: 'place', key: ['id'], rows: places.map(placeRow) });
  await loadRows(db, {
    table: 'place_name',
    key: ['place_id', 'language'],
    parent: { table: 'place', column: 'place_id' },
    rows: places.flatMap((place) =>
      Object.entries(place.names)
        .filter(([language]) => language !== 'default')
        .map(([language, name]) => ({ place_id: place.key, language, name })),
    ),
  });
  await loadRows(db, {
    table: 'place_title_year',
    key: ['place_id', 'year'],
    parent: { table: 'place', column: 'place_id' },
    rows: places.flatMap((place) => place.titleYears.map((year) => ({ place_id: place.key, year }))),
  });
}

function placeRow(place: SeedPlace) {
  return {
    id: place.key,
    kind: place.kind,
    country_code: place.country,
    region_id: place.region,
    name: place.names.default,
    lat: place.lat,
    lon: place.lon,
    coordinate_source: place.coordinateSource,
    geonames_id: place.geonamesId,
    population: place.population,
    population_source: place.populationSource,
    population_on: place.populationOn,
  };
}
