import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { nearSocketFolder } from './address.ts';
import type { Binaries } from './binaries.ts';
import { postgresEnvironment } from './environment.ts';

export interface PostgresOptions {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly home: string;
  /** Where the socket goes that is connected to: a folder private to the account. */
  readonly socket: string;
  /** Gives up durability for speed: only for data that a test throws away. */
  readonly throwaway?: boolean;
}

/** One run of PostgreSQL, from spawn to exit. */
export interface PostgresProcess {
  readonly exited: Promise<void>;
  hasExited(): boolean;
  /** What it logged since it started (at most the last 4,000 characters). */
  said(): string;
  /** Ends it: connections are cut, everything committed is on disk. Resolves when it is gone. */
  stop(): Promise<void>;
}

const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Where PostgreSQL listens: always in `home` too, for a container that shares it but not /tmp must hear it. Said from the
 * cluster, where PostgreSQL works, for the path from the root may be too long.
 */
const socketFolders = ({ home, socket }: PostgresOptions): string =>
  socket === nearSocketFolder(home) ? socket : `${socket},../${basename(nearSocketFolder(home))}`;

const settings = (options: PostgresOptions): string[] =>
  [
    'listen_addresses=',
    `unix_socket_directories=${socketFolders(options)}`,
    'unix_socket_permissions=0700',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    // The index of a hundred thousand practices fits; memory is taken only as it is used.
    'shared_buffers=256MB',
    ...(options.throwaway
      ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
      : []),
  ].flatMap((setting) => ['-c', setting]);

async function stopChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  // Fast shutdown, then immediate, then by force; PostgreSQL recovers from each of them.
  for (const [name, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    child.kill(name);
    const timer = new AbortController();
    const ended = await Promise.race([
      exited.then(() => true),
      sleep(patience, false, { signal: timer.signal }).catch(() => true),
    ]);
    timer.abort();
    if (ended) return;
  }
}

/** Starts PostgreSQL on `home`/cluster without waiting until it answers. */
export function spawnPostgres(options: PostgresOptions): PostgresProcess {
  const { binaries, account, home } = options;
  const path = join(home, 'postgres.log');
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(path, size > LOG_LIMIT ? 'w' : 'a', 0o600);
  const from = size > LOG_LIMIT ? 0 : size;
  // In its own session: Ctrl-C in the terminal must not reach it before the last request is answered.
  const child = spawn(binaries.postgres, ['-D', join(home, 'cluster'), ...settings(options)], {
    ...account,
    cwd: home,
    detached: true,
    stdio: ['ignore', log, log],
    env: postgresEnvironment(),
  });
  closeSync(log);
  let isGone = false;
  const exited = new Promise<void>((resolve) => {
    const end = (): void => {
      isGone = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  return {
    exited,
    hasExited: () => isGone,
    said: () => readFileSync(path).subarray(from).toString('utf8').slice(-4000).trim(),
    stop: () => (isGone ? Promise.resolve() : stopChild(child, exited)),
  };
}
