import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresProcess } from './postgres-process.ts';

/** SQLSTATE of "the database system is starting up": alive, and perhaps long at replaying its log. */
const STARTING_UP = '57P03';

async function knock(url: string): Promise<'answers' | 'is starting' | 'silent'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return 'answers';
  } catch (error) {
    client.end().catch(() => {});
    return (error as { code?: string }).code === STARTING_UP ? 'is starting' : 'silent';
  }
}

/**
 * Waits until PostgreSQL takes connections at `url`. False when it ended, or was silent for `patienceMs`; while it says
 * that it is starting up (recovery of a large log) the patience is renewed.
 */
export async function awaitAnswer(
  server: PostgresProcess,
  url: string,
  patienceMs = 20_000,
): Promise<boolean> {
  for (let end = Date.now() + patienceMs; Date.now() < end && !server.hasExited();) {
    const answer = await knock(url);
    if (answer === 'answers') return true;
    if (answer === 'is starting') end = Date.now() + patienceMs;
    await sleep(20);
  }
  return false;
}
