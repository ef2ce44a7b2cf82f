import { keptUntilChange } from '#platform/changes/kept-until-change.ts';
import type { Database } from '#platform/database/connect.ts';
import { compareIn, countryName, type Language } from '#services/i18n/index.ts';
import type { Town } from '../model.ts';
import { isOnCoast } from '../rules/coast.ts';
import { placeName } from '../rules/place-name.ts';
import { allTowns } from '../store/towns.ts';

/** A place as a reader of one language sees it. */
export type TownView = Omit<Town, 'names' | 'regionNames'> & {
  displayName: string;
  /** The part of the country, where the programme tells them apart (Germany). */
  regionName: string | null;
  /** Null for an area, which has no one distance. */
  isOnCoast: boolean | null;
};

export type TownList = {
  countries: { code: string; name: string; towns: TownView[] }[];
  /** What is larger than a town or lies across towns: a lake shore, a landscape, a country. */
  areas: TownView[];
};

// Places belong to the topic of the practices that lie in them.
export const knownTowns = keptUntilChange('practices', allTowns);

/** The place with this id, or undefined. Anyone may read it. */
export async function readTown(db: Database, id: string, language: Language): Promise<TownView | undefined> {
  const town = (await knownTowns(db)).find((known) => known.id === id);
  return town && townView(town, language);
}

/** All places, towns and municipalities by country, sorted as the reader's language sorts. Anyone may read it. */
export async function listTowns(db: Database, language: Language): Promise<TownList> {
  const compare = compareIn(language);
  const views = (await knownTowns(db))
    .map((town) => townView(town, language))
    .toSorted((a, b) => compare(a.displayName, b.displayName));
  const byCountry = Map.groupBy(
    views.filter(({ kind }) => kind !== 'area'),
    ({ countryCode }) => countryCode,
  );
  return {
    countries: [...byCountry]
      .map(([code, towns]) => ({ code, name: countryName(code, language), towns }))
      .toSorted((a, b) => compare(a.name, b.name)),
    areas: views.filter(({ kind }) => kind === 'area'),
  };
}

export function townView({ names, regionNames, ...town }: Town, language: Language): TownView {
  return {
    ...town,
    displayName: placeName({ name: town.name, names }, language),
    regionName: regionNames[language] ?? null,
    isOnCoast: isOnCoast(town),
  };
}
