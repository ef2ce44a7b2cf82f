import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { placeName } from '../rules/place-name.ts';
import { allPearls } from '../store/places.ts';

export type PearlYear = {
  year: number;
  pearls: { id: string; name: string; countryCode: string }[];
};

/** The towns that carry the title, by title year, newest first. Anyone may read it. */
export async function pearlsByYear(db: Database, language: Language): Promise<PearlYear[]> {
  const byYear = Map.groupBy(await allPearls(db), (pearl) => pearl.year);
  return [...byYear].map(([year, pearls]) => ({
    year,
    pearls: pearls.map((pearl) => ({
      id: pearl.id,
      name: placeName(pearl, language),
      countryCode: pearl.countryCode,
    })),
  }));
}
