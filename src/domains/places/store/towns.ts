import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { PlaceKind, Town } from '../model.ts';
import { placeRows } from './places.ts';

const regionNames = sql<
  Town['regionNames']
>`coalesce((select jsonb_object_agg(r.language, r.name) from region_name r where r.region_id = p.region_id), '{}')`;

/** Every place with what towns are compared by; in no order. There are dozens, not thousands. */
export async function allTowns(db: Database): Promise<Town[]> {
  const rows = await placeRows(db)
    .innerJoin('country as c', 'c.code', 'p.country_code')
    .select(['p.coast_km as coastKm', 'p.coast_source as coastSource'])
    .select((eb) => eb.fn.coalesce('p.languages', 'c.official_languages').as('languages'))
    .select(['p.languages_source as languagesSource', regionNames.as('regionNames')])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as PlaceKind }));
}
