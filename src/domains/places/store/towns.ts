import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { PlaceKind, Town } from '../model.ts';
import { placeRows } from './places.ts';

const regionNames = sql<
  Town['regionNames']
>`coalesce((select jsonb_object_agg(r.language, r.name) from region_name r where r.region_id = p.region_id), '{}')`;

/** Every real place with what towns are compared by; in no order. There are dozens, not thousands. */
export const allTowns = (db: Database): Promise<Town[]> => townsWhere(db, { isInvented: false });

/** The towns that exist only for demonstration accounts. */
export const inventedTowns = (db: Database): Promise<Town[]> => townsWhere(db, { isInvented: true });

async function townsWhere(db: Database, { isInvented }: { isInvented: boolean }): Promise<Town[]> {
  const rows = await placeRows(db)
    .where('p.is_invented', '=', isInvented)
    .innerJoin('country as c', 'c.code', 'p.country_code')
    .select(['p.coast_km as coastKm', 'p.coast_source as coastSource'])
    .select((eb) => eb.fn.coalesce('p.languages', 'c.official_languages').as('languages'))
    .select(['p.languages_source as languagesSource', regionNames.as('regionNames')])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as PlaceKind }));
}
