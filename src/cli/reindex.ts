import { reindexPractices } from '#domains/practices/index.ts';
import { learnThesaurus } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { processLog } from '#platform/log.ts';
import { arrangeIndex } from '#services/search/index.ts';
import { onDatabase } from './on-database.ts';

const log = processLog();

/** Writes the search index anew, while people read. */
async function reindex(db: Database): Promise<boolean> {
  const since = performance.now();
  await learnThesaurus(db);
  const count = await reindexPractices(db, (done) => log.info(`Indexed ${done} practices so far`));
  await arrangeIndex(db);
  log.info(`Indexed ${count} practices in ${((performance.now() - since) / 1000).toFixed(1)} s`);
  return true;
}

process.exitCode = (await onDatabase(log, reindex)) ? 0 : 1;
