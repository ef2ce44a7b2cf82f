import type { Log } from '#platform/log.ts';

/** What a process must do before it ends, the last registered first. */
export interface Lifetime {
  /** Registers a step of stopping. */
  onStop(step: () => Promise<void>): void;
  /** Does all steps once and ends the process with `code`. */
  stop(code: number): Promise<void>;
}

/** Longer than draining requests (10 s) and stopping PostgreSQL together: after that something hangs. */
const PATIENCE_MS = 45_000;

/**
 * Ends the process in order on Ctrl-C, SIGTERM and SIGHUP, and when the process that started it is gone (the channel of
 * `npm start`): code 0; over an uncaught fault with code 1. Later signals change nothing, for Ctrl-C arrives twice, from the terminal and from npm.
 */
export function lifetime(log: Log): Lifetime {
  const steps: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;

  const run = async (code: number): Promise<void> => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    let outcome = code;
    for (const step of steps.reverse()) {
      await step().catch((error: unknown) => {
        log.error('Stopping went wrong', { error });
        outcome ||= 1;
      });
    }
    process.exit(outcome);
  };
  const stop = (code: number): Promise<void> => (stopping ??= run(code));

  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void stop(0));
  // A fault must not leave the database running without its Nacre.
  process.on('uncaughtException', (error) => {
    log.error('Nacre ends over a fault of its own', { error });
    void stop(1);
  });
  // Whoever read what it says may be gone (`npm start | head`): it goes on unheard.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  if (process.channel) {
    process.on('disconnect', () => void stop(0));
    process.channel.unref();
  }
  return { onStop: (step) => void steps.push(step), stop };
}
