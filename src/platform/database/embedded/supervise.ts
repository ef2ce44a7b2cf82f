import type { Log } from '#platform/log.ts';
import type { Result } from '#platform/result.ts';
import type { PostgresProcess } from './postgres-process.ts';

export interface Supervised {
  /** Ends PostgreSQL for good. */
  stop(): Promise<void>;
}

export interface SuperviseOptions {
  readonly log: Log;
  readonly onLost: (message: string) => void;
}

/** A PostgreSQL that ends this often within a minute is not started again. */
const MOST_RESTARTS = 5;

/** Starts PostgreSQL again whenever it ends unasked; `onLost` is told when that does not help. */
export function supervise(
  first: PostgresProcess,
  start: () => Promise<Result<PostgresProcess, string>>,
  { log, onLost }: SuperviseOptions,
): Supervised {
  let isStopping = false;
  let current = first;
  let restarting: Promise<void> = Promise.resolve();
  const ends: number[] = [];

  const restart = async (): Promise<void> => {
    ends.push(Date.now());
    log.warn('The database ended by itself and is started again');
    if (ends.filter((at) => at > Date.now() - 60_000).length > MOST_RESTARTS)
      return onLost('The database keeps ending.');
    const again = await start();
    if (!again.ok) return onLost(again.refusal);
    current = again.value;
    watch(current);
  };
  const watch = (server: PostgresProcess): void => {
    void server.exited.then(() => {
      if (!isStopping) restarting = restart().catch((error: Error) => onLost(error.message));
    });
  };
  watch(first);

  return {
    stop: async () => {
      isStopping = true;
      await restarting;
      await current.stop();
    },
  };
}
