import { readSeed } from '#platform/seed/read-seed.ts';
import type { SeedTable } from '#platform/seed/seed-table.ts';

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
  coastKm: number | null;
  coastSource: string | null;
  languages: string[] | null;
  languagesSource: string | null;
  names: { default: string } & Record<string, string>;
  titleYears: number[];
};

const inCountry = { table: 'country', column: 'country_code', by: 'code' } as const;
const inRegion = { table: 'region', column: 'region_id' } as const;
const ofPlace = { table: 'place', column: 'place_id' } as const;

/** The rows of `db/seed/places/`. */
export async function placeSeed(): Promise<SeedTable[]> {
  const countries = await readSeed<SeedCountry[]>('places/countries.json');
  const regions = await readSeed<SeedRegion[]>('places/regions.json');
  const places = await readSeed<SeedPlace[]>('places/places.json');

  return [
    {
      table: 'country',
      key: ['code'],
      rows: countries.map((country) => ({
        code: country.code,
        official_languages: country.officialLanguages,
      })),
    },
    {
      table: 'region',
      key: ['id'],
      parents: [inCountry],
      rows: regions.map((region) => ({
        id: region.key,
        country_code: region.country,
        nuts_code: region.nuts,
      })),
    },
    {
      table: 'region_name',
      key: ['region_id', 'language'],
      parents: [inRegion],
      rows: regions.flatMap((region) =>
        Object.entries(region.names).map(([language, name]) => ({ region_id: region.key, language, name })),
      ),
    },
    { table: 'place', key: ['id'], parents: [inCountry, inRegion], rows: places.map(placeRow) },
    {
      table: 'place_name',
      key: ['place_id', 'language'],
      parents: [ofPlace],
      rows: places.flatMap((place) =>
        Object.entries(place.names)
          .filter(([language]) => language !== 'default')
          .map(([language, name]) => ({ place_id: place.key, language, name })),
      ),
    },
    {
      table: 'place_title_year',
      key: ['place_id', 'year'],
      parents: [ofPlace],
      rows: places.flatMap((place) => place.titleYears.map((year) => ({ place_id: place.key, year }))),
    },
  ];
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
    coast_km: place.coastKm,
    coast_source: place.coastSource,
    languages: place.languages,
    languages_source: place.languagesSource,
  };
}
