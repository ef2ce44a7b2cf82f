import { join } from 'node:path';
import { silentLog, type Log } from '#platform/log.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { nearSocketFolder, socketFolder, urlOf } from './address.ts';
import { installedBinaries } from './binaries.ts';
import { runnableBinaries } from './copy-binaries.ts';
import { ensureDatabase } from './ensure-database.ts';
import { databaseHome, type Home } from './home.ts';
import { DATABASE_USER, initialiseCluster } from './initialise.ts';
import { claimOwnership, type Ownership } from './ownership.ts';
import type { PostgresOptions } from './postgres-process.ts';
import { privateFolder } from './private-folder.ts';
import { runCluster, startFailure } from './run-cluster.ts';
import { stopStrays } from './stop-strays.ts';
import { supervise } from './supervise.ts';

export interface EmbeddedOptions {
  /** The folder of everything that Nacre keeps; made when missing. */
  readonly dataFolder: string;
  readonly log?: Log;
  /** Told once, in one line, when the database ended and could not be started again. */
  readonly onLost?: (message: string) => void;
  /** No waiting for the disk: only for data that a test throws away. */
  readonly throwaway?: boolean;
}

/** A running PostgreSQL of our own. */
export interface EmbeddedDatabase {
  /** Connection string of the application's database. */
  readonly url: string;
  /** The folder of cluster, socket and log. */
  readonly home: string;
  /** Ends PostgreSQL and gives the folder free. */
  stop(): Promise<void>;
}

async function prepare(home: Home, log: Log, throwaway: boolean): Promise<Result<PostgresOptions, string>> {
  const installed = await installedBinaries();
  if (!installed) {
    return refuse(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL of your own, 16 or newer.`,
    );
  }
  const alone = await stopStrays(home.path, log);
  if (!alone.ok) return alone;
  const binaries = await runnableBinaries(installed, home);
  const options = { binaries, account: home.account, home: home.path, throwaway };
  const made = await initialiseCluster(options);
  if (!made.ok) return refuse(startFailure(made.refusal.said, home.path, made.refusal.isFull));
  if (made.value === 'made') log.info('Made a new database', { folder: join(home.path, 'cluster') });
  for (const folder of [nearSocketFolder(home.path), socketFolder(home.path)]) {
    const socket = await privateFolder(folder, home.account);
    if (!socket.ok) return socket;
  }
  return done({ ...options, socket: socketFolder(home.path) });
}

async function startOwned(
  home: Home,
  ownership: Ownership,
  options: EmbeddedOptions,
): Promise<Result<EmbeddedDatabase, string>> {
  const { log = silentLog, onLost = () => {}, throwaway = false } = options;
  const prepared = await prepare(home, log, throwaway);
  if (!prepared.ok) return prepared;
  const server = await runCluster(prepared.value, log);
  if (!server.ok) return server;
  const { socket } = prepared.value;
  try {
    await ensureDatabase(urlOf(socket, 'postgres'), DATABASE_USER);
  } catch (error) {
    await server.value.stop();
    throw error;
  }
  const supervised = supervise(server.value, () => runCluster(prepared.value, log), { log, onLost });
  const stop = async (): Promise<void> => {
    await supervised.stop();
    await ownership.release();
  };
  return done({ url: urlOf(socket, DATABASE_USER), home: home.path, stop });
}

/**
 * Starts the embedded PostgreSQL on a data folder and keeps it running: as an unprivileged account under root, after
 * clearing away what a killed earlier run left. Refuses, in one line for the person who started it, a folder that another
 * running copy of Nacre has, a full disk, and a PostgreSQL that does not start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Result<EmbeddedDatabase, string>> {
  const { dataFolder, log = silentLog } = options;
  const home = await databaseHome(dataFolder);
  if (!home.ok) return home;
  if (home.value.isElsewhere) {
    log.info(`The database's account may not enter ${dataFolder}: its files are in ${home.value.path}`);
  }
  const claim = await claimOwnership(home.value.path);
  if (!claim.ok) {
    const { pid, isElsewhere } = claim.refusal;
    return refuse(
      `Another copy of Nacre (process ${pid}${isElsewhere ? ' of another container' : ''}) is using ${dataFolder}: stop it first, or choose another folder with NACRE_DATA.`,
    );
  }
  let started: Result<EmbeddedDatabase, string> | undefined;
  try {
    started = await startOwned(home.value, claim.value, options);
  } finally {
    if (!started?.ok) await claim.value.release().catch(() => {});
  }
  return started;
}
