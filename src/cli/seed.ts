import { loadPlaceSeed } from '#domains/places/index.ts';
import { indexAllPractices, loadPracticeSeed } from '#domains/practices/index.ts';
import { loadVocabularySeed } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { silentLog, type Log } from '#platform/log.ts';
import { seedOnce } from '#platform/seed/seed-once.ts';

/** Loads the seed world, room after room, and indexes what can be found; nothing when it has been loaded as it is. */
export async function loadSeed(db: Database, { log = silentLog }: { log?: Log } = {}): Promise<void> {
  await seedOnce(db, async (trx) => {
    log.info('Loading the seed world');
    await loadPlaceSeed(trx);
    await loadVocabularySeed(trx);
    await loadPracticeSeed(trx);
    log.info(`Indexed ${await indexAllPractices(trx)} practices`);
  });
}
