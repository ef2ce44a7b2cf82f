import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';

/** A town that exists only for demonstration accounts. Its point lies in the open sea. */
export type InventedTown = {
  key: string;
  country: string;
  lat: number;
  lon: number;
  names: { en: string } & Partial<Record<Language, string>>;
};

/** Writes them, each name in its language; one that is there already stays. */
export async function insertInventedTowns(trx: Database, towns: readonly InventedTown[]): Promise<void> {
  for (const { key, country, lat, lon, names } of towns) {
    const { en, ...others } = names;
    const place = { id: key, kind: 'town', country_code: country, lat, lon, name: en };
    const added = await trx
      .insertInto('place')
      .values({ ...place, coordinate_source: 'invented', is_invented: true })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    const rows = Object.entries(others).map(([language, name]) => ({ place_id: key, language, name }));
    if (added && rows.length > 0) await trx.insertInto('place_name').values(rows).execute();
  }
}

export async function inventedTownIds(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('place')
    .select('id')
    .where('is_invented', '=', true)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function deleteInventedTowns(trx: Database): Promise<void> {
  await trx.deleteFrom('place').where('is_invented', '=', true).execute();
}
