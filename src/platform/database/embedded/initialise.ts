import { spawn } from 'node:child_process';
import { access, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { done, refuse, type Result } from '#platform/result.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { isDiskFull } from './disk-full.ts';
import { postgresEnvironment } from './environment.ts';

/** Name of the superuser and of the application's database. */
export const DATABASE_USER = 'nacre';

const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C'] as const;

function initdb(
  binaries: Binaries,
  account: Account,
  home: string,
  target: string,
  locale: string,
  fast: boolean,
) {
  const flags = [
    `--pgdata=${target}`,
    `--username=${DATABASE_USER}`,
    // Nobody else can reach the socket: it lies in a folder that only the database's account may enter.
    '--auth=trust',
    '--encoding=UTF8',
    // Sorting by code point, letters and case by Unicode, the same on every machine; readers' order is made by Intl.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--lc-messages=C',
    ...(fast ? ['--no-sync'] : []),
  ];
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    // In `home`, so that the next start can tell whose process this is; in its own session, out of reach of Ctrl-C.
    const child = spawn(binaries.initdb, flags, {
      ...account,
      cwd: home,
      detached: true,
      env: postgresEnvironment(),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

export interface InitialiseOptions {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly home: string;
  /** Skips waiting for the disk: only for data that a test throws away. */
  readonly throwaway?: boolean;
}

/** Why no cluster could be made: what `initdb` said, and whether the disk was full while it said so. */
export interface InitialiseFailure {
  readonly said: string;
  readonly isFull: boolean;
}

/**
 * Makes the cluster in `home`/cluster unless it is there. It is made beside and renamed, so what is there is whole.
 * On a disk that fills up PostgreSQL complains of anything but the disk, so the refusal tells the room apart from the words.
 */
export async function initialiseCluster({
  binaries,
  account,
  home,
  throwaway = false,
}: InitialiseOptions): Promise<Result<'made' | 'present', InitialiseFailure>> {
  for (const name of await readdir(home)) {
    if (name.startsWith('cluster-new-')) await rm(join(home, name), { recursive: true, force: true });
  }
  const cluster = join(home, 'cluster');
  const present = await access(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (present) return done('present');

  let failure: InitialiseFailure = { said: '', isFull: false };
  for (const locale of LOCALES) {
    const target = join(home, `cluster-new-${crypto.randomUUID()}`);
    const { code, output } = await initdb(binaries, account, home, target, locale, throwaway);
    if (code === 0) {
      await rename(target, cluster);
      return done('made');
    }
    failure = { said: output.trim(), isFull: await isDiskFull(home) };
    await rm(target, { recursive: true, force: true });
    if (!failure.said.includes('invalid locale')) break;
  }
  return refuse(failure);
}
