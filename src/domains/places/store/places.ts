import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { Pearl, Place, PlaceKind } from '../model.ts';

const names = sql<
  Place['names']
>`coalesce((select jsonb_object_agg(n.language, n.name) from place_name n where n.place_id = p.id), '{}')`;
const titleYears = sql<
  number[]
>`array(select t.year from place_title_year t where t.place_id = p.id order by t.year)`;

/** The places' own facts, names and title years, to be narrowed or joined further; the place is `p`. */
export function placeRows(db: Database) {
  return db
    .selectFrom('place as p')
    .select(['p.id', 'p.kind', 'p.country_code as countryCode', 'p.lat', 'p.lon', 'p.name', 'p.population'])
    .select(['p.population_source as populationSource', 'p.population_on as populationOn'])
    .select([names.as('names'), titleYears.as('titleYears')]);
}

/** The real places among these ids, by id. */
export async function placesById(db: Database, ids: readonly string[]): Promise<Map<string, Place>> {
  if (ids.length === 0) return new Map();
  const rows = await placeRows(db)
    .where('p.id', 'in', [...ids])
    .where('p.is_invented', '=', false)
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, kind: row.kind as PlaceKind }]));
}

/** Every title ever given, newest year first. */
export async function allPearls(db: Database): Promise<Pearl[]> {
  return await db
    .selectFrom('place as p')
    .innerJoin('place_title_year as t', 't.place_id', 'p.id')
    .select(['p.id', 'p.name', 'p.country_code as countryCode', 't.year', names.as('names')])
    .orderBy('t.year', 'desc')
    .orderBy('p.name')
    .execute();
}
