import { reindexPractices } from '#domains/practices/index.ts';
import { learnThesaurus } from '#domains/vocabulary/index.ts';
import { connect } from '#platform/database/connect.ts';
import { runningDatabase } from '#platform/database/embedded/running.ts';
import { processLog } from '#platform/log.ts';
import { done } from '#platform/result.ts';
import { arrangeIndex } from '#services/search/index.ts';
import { checkedConfig } from '../server/checked-config.ts';
import { reachDatabase } from '../server/open-database.ts';

const log = processLog();

/** Writes the search index anew, while people read: in the running database, or in one started for it. False: said why. */
async function reindex(): Promise<boolean> {
  const config = checkedConfig();
  if (!config.ok) {
    log.error(config.refusal);
    return false;
  }
  const { databaseUrl, dataFolder } = config.value;
  const running = databaseUrl === undefined ? await runningDatabase(dataFolder) : undefined;
  const reached =
    running === undefined
      ? await reachDatabase(config.value, { log, onLost: log.error })
      : done({ url: running, close: () => Promise.resolve() });
  if (!reached.ok) {
    log.error(reached.refusal);
    return false;
  }
  const db = connect(reached.value.url, { max: 2 });
  try {
    const since = performance.now();
    await learnThesaurus(db);
    const count = await reindexPractices(db, (done) => log.info(`Indexed ${done} practices so far`));
    await arrangeIndex(db);
    log.info(`Indexed ${count} practices in ${((performance.now() - since) / 1000).toFixed(1)} s`);
    return true;
  } finally {
    await db.destroy();
    await reached.value.close();
  }
}

process.exitCode = (await reindex()) ? 0 : 1;
