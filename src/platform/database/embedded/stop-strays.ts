import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#platform/log.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { nearSocketFolder, SOCKET_FILE } from './address.ts';
import { answers } from './presence.ts';
import { isInitdb, strayProcesses } from './stray-processes.ts';

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // Gone since we looked.
    }
  }
}

async function gone(home: string, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(25)) {
    if (strayProcesses(home).length === 0) return true;
  }
  return false;
}

/**
 * Stops every PostgreSQL process that an earlier, dead owner left on `home`, politely first, and removes the locks that
 * it left. Call only as the owner of `home`. A process number in a stale lock could by now belong to anyone, and
 * PostgreSQL itself would believe it: so the locks go only here, where we know that nobody runs. Refuses, in one line,
 * when somebody does that we can neither see nor stop: in another container that shares the folder.
 */
export async function stopStrays(home: string, log: Log): Promise<Result<undefined, string>> {
  const strays = strayProcesses(home);
  if (strays.length > 0) {
    log.info('Stopping the database that an earlier, interrupted run left behind', {
      processes: strays.length,
    });
    signal(strays.filter(isInitdb), 'SIGKILL');
    signal(strays, 'SIGINT');
    if (!(await gone(home, 10_000))) signal(strayProcesses(home), 'SIGQUIT');
    if (!(await gone(home, 5_000))) signal(strayProcesses(home), 'SIGKILL');
    if (!(await gone(home, 5_000)))
      throw new Error(`PostgreSQL processes ${strayProcesses(home).join(', ')} do not end.`);
  }
  const socket = nearSocketFolder(home);
  if (await answers(socket, SOCKET_FILE)) {
    return refuse(
      `In another container a database that an interrupted Nacre left still works on ${home}: stop that container first.`,
    );
  }
  await rm(join(home, 'cluster', 'postmaster.pid'), { force: true });
  await rm(join(socket, `${SOCKET_FILE}.lock`), { force: true });
  return done(undefined);
}
