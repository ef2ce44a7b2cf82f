import { keptUntilChange } from '#platform/changes/kept-until-change.ts';
import type { Database } from '#platform/database/connect.ts';
import { compareIn, type Language } from '#services/i18n/index.ts';
import { inventedTowns } from '../store/towns.ts';
import { readTown, townView, type TownView } from './towns.ts';
export { inventedTownIds } from '../store/invented-towns.ts';

const knownInvented = keptUntilChange('practices', inventedTowns);

/** The towns that exist only for demonstration accounts, by name; none on most sites. For the pages of teams and of the secretariat. */
export async function listInventedTowns(db: Database, language: Language): Promise<TownView[]> {
  const compare = compareIn(language);
  return (await knownInvented(db))
    .map((town) => townView(town, language))
    .toSorted((a, b) => compare(a.displayName, b.displayName));
}

/** A town that may have a team: a real one, or one of the demonstration. Pages for readers ask `readTown`, which knows the real ones alone. */
export async function readTeamTown(
  db: Database,
  id: string,
  language: Language,
): Promise<TownView | undefined> {
  return (
    (await readTown(db, id, language)) ??
    (await listInventedTowns(db, language)).find((invented) => invented.id === id)
  );
}
