import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#platform/log.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { urlOf } from './address.ts';
import { awaitAnswer } from './await-answer.ts';
import { diskFullLine, isDiskFull } from './disk-full.ts';
import { spawnPostgres, type PostgresOptions, type PostgresProcess } from './postgres-process.ts';
import { stopStrays } from './stop-strays.ts';

const ATTEMPTS = 4;

/** The one line for a PostgreSQL that did not start, from what it logged. */
export function startFailure(said: string, home: string, isFull = false): string {
  if (isFull || /No space left on device/i.test(said)) return diskFullLine(home);
  const cause =
    said
      .split('\n')
      .reverse()
      .find((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? said.split('\n').at(-1);
  return `The database did not start: ${cause?.trim() || 'it said nothing'} (whole log: ${home}/postgres.log)`;
}

/** Starts PostgreSQL and waits until it answers; a start that fails is cleared away and tried again. Refuses in one line. */
export async function runCluster(
  options: PostgresOptions,
  log: Log,
): Promise<Result<PostgresProcess, string>> {
  let said = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const alone = await stopStrays(options.home, log);
    if (!alone.ok) return alone;
    const server = spawnPostgres(options);
    if (await awaitAnswer(server, urlOf(options.socket, 'postgres'))) return done(server);
    await server.stop();
    said = server.said();
    if (/No space left on device/i.test(said)) break;
    await sleep(250 * attempt);
  }
  return refuse(startFailure(said, options.home, await isDiskFull(options.home)));
}
