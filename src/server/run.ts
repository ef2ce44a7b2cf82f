import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '#platform/config/config.ts';
import { listenForChanges } from '#platform/changes/listen-for-changes.ts';
import { APP_DATABASE_URL } from '#platform/database/app-database.ts';
import { processLog, type Log } from '#platform/log.ts';
import type { Result } from '#platform/result.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { checkedConfig } from './checked-config.ts';
import { offerDemonstration } from './demonstration.ts';
import { isExplained, startFailureLine } from './failure.ts';
import { checkPort } from './free-port.ts';
import { lifetime, type Lifetime } from './lifetime.ts';
import { openDatabase } from './open-database.ts';

/** Starts the web part once the database is there. Refuses in one line. */
export type WebStart = (config: Config, life: Lifetime, log: Log) => Promise<Result<string, string>>;

async function start(
  config: Config,
  life: Lifetime,
  log: Log,
  web: WebStart,
): Promise<Result<string, string>> {
  const port = await checkPort(config.port, config.host);
  if (!port.ok) return port;
  const onLost = (message: string): void => {
    log.error(message);
    void life.stop(1);
  };
  const opening = openDatabase(config, { log, onLost });
  // Registered before it is there: a Ctrl-C while the database starts must stop it too.
  life.onStop(async () => {
    // One that hangs (another process holds the lock) is left to the next start, which recovers it.
    const late = sleep(15_000, undefined, { ref: false });
    const opened = await Promise.race([opening.catch(() => undefined), late]);
    if (opened?.ok) await opened.value.close();
  });
  const database = await opening;
  if (!database.ok) return database;
  process.env[APP_DATABASE_URL] = database.value.url;
  const changes = listenForChanges(database.value.url, log);
  life.onStop(() => changes.stop());
  const jobs = await startJobs(database.value.url, config, log);
  life.onStop(() => jobs.stop());
  if (config.hasDemonstration) await offerDemonstration(database.value.url, config, log);
  return web(config, life, log);
}

/** Runs a Nacre process: settings, port, database, then `web`; says when it is ready, and ends in order with what went wrong. */
export async function run(web: WebStart): Promise<void> {
  const settings = checkedConfig();
  const log = processLog(settings.ok ? settings.value.logFormat : 'readable');
  const life = lifetime(log);
  if (!settings.ok) {
    log.error(settings.refusal);
    return life.stop(1);
  }
  try {
    const started = await start(settings.value, life, log, web);
    if (started.ok) return log.info(`Nacre is ready: ${started.value}`);
    log.error(started.refusal);
  } catch (error) {
    log.error(startFailureLine(error), isExplained(error) ? {} : { error });
  }
  await life.stop(1);
}
