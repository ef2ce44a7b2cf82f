import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type { Town } from '../model.ts';
import { isOnCoast } from '../rules/coast.ts';
import { mostAlike, type Likeness, type Profile } from '../rules/likeness.ts';
import { knownTowns, townView, type TownView } from './towns.ts';

export type AlikeTown = Likeness & { town: TownView };

/** What the caller knows from other rooms, by the towns' ids. */
export type KnownOfTowns = {
  /** Towns of which a source says that they shrink. */
  shrinking: ReadonlySet<string>;
  /** Only these are answered with; left off, all towns and municipalities. */
  among?: ReadonlySet<string> | undefined;
};

/** The towns most like the one with this id; none where it is unknown or an area. Anyone may read it. */
export async function townsLike(
  db: Database,
  id: string,
  language: Language,
  limit: number,
  known: KnownOfTowns,
): Promise<AlikeTown[]> {
  const town = (await knownTowns(db)).find((one) => one.id === id);
  if (!town || town.kind === 'area') return [];
  return await townsLikeProfile(db, profileOf(town, known.shrinking), language, limit, known);
}

/** The towns most like what is said of one, be it in the list or not. Anyone may read it. */
export async function townsLikeProfile(
  db: Database,
  asked: Profile,
  language: Language,
  limit: number,
  { shrinking, among }: KnownOfTowns,
): Promise<AlikeTown[]> {
  const candidates = (await knownTowns(db))
    .filter(({ id, kind }) => kind !== 'area' && (among === undefined || among.has(id)))
    .map((town) => ({ ...profileOf(town, shrinking), town }));
  return mostAlike(asked, candidates, limit).map(({ town, ...found }) => ({
    ...found,
    town: townView(town.town, language),
  }));
}

function profileOf(town: Town, shrinking: ReadonlySet<string>): Profile {
  return {
    id: town.id,
    inhabitants: town.population,
    countryCode: town.countryCode,
    isOnCoast: isOnCoast(town),
    languages: town.languages,
    isShrinking: shrinking.has(town.id) ? true : null,
  };
}
