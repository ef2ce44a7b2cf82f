import type { Config } from '#platform/config/config.ts';
import { diskFullLine, isDiskFull } from '#platform/database/embedded/disk-full.ts';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import type { Log } from '#platform/log.ts';
import { migrationsFolder } from '#platform/project-root.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { isDatabaseGone } from './failure.ts';
import { checkOwnPostgres } from './own-postgres.ts';
import { loadSeedWorld } from './seed-world.ts';

/** A database that is migrated and seeded. */
export interface OpenDatabase {
  readonly url: string;
  /** The folder of its files when it is our own. */
  readonly home?: string;
  /** Stops it when it is our own; leaves the one of DATABASE_URL alone. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly log: Log;
  /** Told when the embedded database is lost while running. */
  readonly onLost: (message: string) => void;
}

/** Reaches the PostgreSQL of DATABASE_URL, or starts the embedded one. Refuses in one line. */
export async function reachDatabase(
  config: Config,
  { log, onLost }: OpenOptions,
): Promise<Result<OpenDatabase, string>> {
  if (config.databaseUrl !== undefined) {
    const own = await checkOwnPostgres(config.databaseUrl);
    return own.ok ? done({ url: own.value, close: () => Promise.resolve() }) : own;
  }
  const started = await startEmbedded({ dataFolder: config.dataFolder, log, onLost });
  if (!started.ok) return started;
  const { url, home } = started.value;
  return done({ url, home, close: () => started.value.stop() });
}

/** Reaches or starts the database, migrates it and loads the seed world. Refuses in one line, and then leaves nothing running. */
export async function openDatabase(
  config: Config,
  options: OpenOptions,
): Promise<Result<OpenDatabase, string>> {
  const reached = await reachDatabase(config, options);
  if (!reached.ok) return reached;
  const { url, home, close } = reached.value;
  try {
    const migrated = await migrate(url, { folder: migrationsFolder(), log: options.log });
    if (!migrated.ok) {
      await close();
      return refuse(migrated.refusal);
    }
    await loadSeedWorld(url, options.log);
    return reached;
  } catch (error) {
    // PostgreSQL may end over a full disk before it can say so.
    const isFull = home !== undefined && isDatabaseGone(error) && (await isDiskFull(home));
    await close();
    if (isFull) return refuse(diskFullLine(home));
    throw error;
  }
}
