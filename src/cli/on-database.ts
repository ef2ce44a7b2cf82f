import { connect, type Database } from '#platform/database/connect.ts';
import { runningDatabase } from '#platform/database/embedded/running.ts';
import type { Log } from '#platform/log.ts';
import { done } from '#platform/result.ts';
import { checkedConfig } from '../server/checked-config.ts';
import { reachDatabase } from '../server/open-database.ts';

/**
 * Does `work` on the configured database: that of DATABASE_URL, the embedded one that is running, or one started for it.
 * False when `work` says so, or when there is no database, which the log then explains.
 */
export async function onDatabase(log: Log, work: (db: Database) => Promise<boolean>): Promise<boolean> {
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
    return await work(db);
  } finally {
    await db.destroy();
    await reached.value.close();
  }
}
