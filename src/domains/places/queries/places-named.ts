import type { Database } from '#platform/database/connect.ts';
import { countryName, languages } from '#services/i18n/index.ts';
import type { Town } from '../model.ts';
import { placesMeant } from '../rules/find-place.ts';
import { knownTowns } from './towns.ts';

const namesOfCountry = (code: string): string[] => languages.map((language) => countryName(code, language));

/** What each typed name can mean: no place, one, or several that share it. Anyone may ask. */
export async function placesNamed(db: Database, typed: readonly string[]): Promise<Map<string, Town[]>> {
  const towns = await knownTowns(db);
  return new Map(typed.map((name) => [name, placesMeant(name, towns, namesOfCountry)]));
}
