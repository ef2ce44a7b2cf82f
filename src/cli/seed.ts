import { placeSeed } from '#domains/places/index.ts';
import { indexAllPractices, practiceSeed, withdrawDocumentsOfOthers } from '#domains/practices/index.ts';
import { learnThesaurus, vocabularySeed } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { silentLog, type Log } from '#platform/log.ts';
import { loadTables } from '#platform/seed/load-tables.ts';
import { isNew, seedTurn } from '#platform/seed/seed-turn.ts';
import { INDEX_VERSION } from '#services/search/index.ts';

export interface SeedOptions {
  readonly log?: Log;
  /** That of the search's rules; tests give another. */
  readonly indexVersion?: number;
}

/**
 * Loads the seed world, room after room, and indexes what can be found. Nothing is done when the seed is as it was at
 * the last time; only the index is made anew when the search's rules have changed.
 */
export async function loadSeed(
  db: Database,
  { log = silentLog, indexVersion = INDEX_VERSION }: SeedOptions = {},
): Promise<void> {
  const tables = [await placeSeed(), await vocabularySeed(), await practiceSeed()].flat();
  await seedTurn(db, async (trx) => {
    const isSeedNew = await isNew(trx, 'seed', tables);
    const isIndexOld = await isNew(trx, 'search index', indexVersion);
    if (isSeedNew) {
      log.info('Loading the seed world');
      await loadTables(trx, tables);
      await withdrawDocumentsOfOthers(trx);
    }
    if (isSeedNew || isIndexOld) {
      await learnThesaurus(trx);
      log.info(`Indexed ${await indexAllPractices(trx)} practices`);
    }
  });
}
