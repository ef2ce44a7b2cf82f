import { listPractices } from '../src/domains/practices/index.ts';
import { parseFilters } from '../src/domains/practices/forms/list-filters.ts';
import { loadSeed } from '../src/cli/seed.ts';
import { listenForChanges } from '../src/platform/changes/listen-for-changes.ts';
import { testDatabase } from '../src/platform/database/testing.ts';
import type { Language } from '../src/services/i18n/languages.ts';
import startPostgres from '../tests/setup/postgres.ts';

const schemes = ['challenge', 'culturalForm', 'targetGroup', 'method'];
const FIRST = 5;

/** The seed world in a database of its own, asked as a reader asks it. `carried`: the practices of each notion that has any. */
export async function startAsking() {
  const stopPostgres = await startPostgres();
  const database = await testDatabase();
  const { db } = database;
  await loadSeed(db);
  // As the server does: only who hears changes keeps the thesaurus.
  const changes = listenForChanges(database.url);
  const carried = new Map<string, Set<number>>();
  for (const { practice, id } of await db
    .selectFrom('practice_concept')
    .innerJoin('concept', 'concept.id', 'practice_concept.concept_id')
    .where('concept.scheme_id', 'in', schemes)
    .select(['practice_concept.practice_id as practice', 'concept.id'])
    .execute())
    carried.set(id, (carried.get(id) ?? new Set()).add(Number(practice)));

  return {
    db,
    carried,
    /** The numbers of the first five practices of the list. */
    async firstFive(text: string, language: Language): Promise<number[]> {
      const filters = parseFilters(new URLSearchParams({ q: text }));
      const { practices } = await listPractices(db, filters, language);
      return practices.slice(0, FIRST).map(({ id }) => Number(id));
    },
    async stop(): Promise<void> {
      await changes.stop();
      await database.close();
      await stopPostgres();
    },
  };
}
