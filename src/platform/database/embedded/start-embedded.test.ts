import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDataFolder, removeDataFolder } from '../../../../tests/setup/data-folder.ts';
import { startEmbedded, type EmbeddedDatabase } from './start-embedded.ts';
import { strayProcesses } from './stray-processes.ts';

let dataFolder: string;
const running: EmbeddedDatabase[] = [];
const isRoot = process.getuid?.() === 0;

beforeEach(async () => {
  dataFolder = await newDataFolder();
});

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
  await removeDataFolder(dataFolder);
});

async function start(folder = dataFolder, throwaway = true): Promise<EmbeddedDatabase> {
  const started = await startEmbedded({ dataFolder: folder, throwaway });
  if (!started.ok) throw new Error(started.refusal);
  running.push(started.value);
  return started.value;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('what was written is there at the next start', async () => {
  const first = await start();
  await query(first.url, 'create table pearl as select 7 as layers');
  await running.pop()?.stop();
  expect(strayProcesses(first.home)).toEqual([]);
  expect(await query((await start()).url, 'select layers from pearl')).toEqual([{ layers: 7 }]);
});

test('private, unprivileged, of one owner, and its letters go beyond ASCII', async () => {
  const { url, home } = await start();
  expect(await query(url, `select lower('ĄŠÕÅ') as low, 'ž' ~ '^[[:alpha:]]$' as letter`)).toEqual([
    { low: 'ąšõå', letter: true },
  ]);
  expect((await stat(home)).mode & 0o077).toBe(0);
  expect((await stat(join(home, 'socket'))).mode & 0o077).toBe(0);
  if (isRoot) expect((await stat(join(home, 'cluster'))).uid).not.toBe(0);

  const second = await startEmbedded({ dataFolder });
  expect(second).toMatchObject({
    ok: false,
    refusal: expect.stringContaining(`process ${process.pid}`) as string,
  });
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a database that ends by itself is started again, with all that was acknowledged', async () => {
  const { url, home } = await start(dataFolder, false);
  await query(url, 'create table pearl as select 7 as layers');
  for (const pid of strayProcesses(home)) process.kill(pid, 'SIGKILL');
  await expect
    .poll(() => query(url, 'select layers from pearl').catch(() => []), { timeout: 15_000 })
    .toEqual([{ layers: 7 }]);
});

test('a half-made cluster of a killed start is thrown away', async () => {
  const { home } = await start();
  await running.pop()?.stop();
  await rm(join(home, 'cluster'), { recursive: true });
  await mkdir(join(home, 'cluster-new-1', 'base'), { recursive: true });
  await start();
  expect((await readdir(home)).filter((name) => name.startsWith('cluster-new'))).toEqual([]);
});

test('a stale lock whose process number belongs to another program now misleads nobody', async () => {
  const { home } = await start();
  await running.pop()?.stop();
  const stranger = spawn('sleep', ['60']);
  await writeFile(
    join(home, 'cluster', 'postmaster.pid'),
    `${stranger.pid}\n${home}/cluster\n1\n5432\n\n\n0 0\n`,
  );
  await writeFile(
    join(home, 'owner-00000099.json'),
    JSON.stringify({ pid: stranger.pid, startedAt: 'another boot' }),
  );
  await start();
  expect(stranger.exitCode).toBe(null);
  stranger.kill();
});

test.runIf(isRoot)(
  'in a folder that only root may enter, data and binaries go to one of its own, found again',
  async () => {
    await chmod(dataFolder, 0o700);
    const first = await start();
    expect(first.home.startsWith(dataFolder)).toBe(false);
    expect(await readdir(dirname(first.home))).toContain(first.home.split('/').at(-1));
    await query(first.url, 'create table pearl as select 7 as layers');
    await running.pop()?.stop();
    expect(await query((await start()).url, 'select layers from pearl')).toEqual([{ layers: 7 }]);
  },
);

test('a path too long for a socket is no obstacle', async () => {
  const deep = join(dataFolder, 'a'.repeat(60), 'b'.repeat(60));
  await mkdir(deep, { recursive: true });
  expect(await query((await start(deep)).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

const canMount =
  isRoot && process.platform === 'linux' && mounts('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs']);

/** Whether this machine lets us mount a disk of a size we choose. */
function mounts(command: string, options: string[]): boolean {
  try {
    execFileSync(command, [...options, '/mnt'], { stdio: 'ignore' });
    execFileSync('umount', ['/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test.skipIf(!canMount).each([8, 20])(
  'a disk of %i MB is said to be full, whatever PostgreSQL complains of',
  async (size) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', dataFolder]);
    try {
      await chmod(dataFolder, 0o711);
      expect(await startEmbedded({ dataFolder })).toEqual({
        ok: false,
        refusal: `The disk that holds ${join(dataFolder, 'postgres')} is full: free some space and start again.`,
      });
      expect(strayProcesses(join(dataFolder, 'postgres'))).toEqual([]);
    } finally {
      execFileSync('umount', [dataFolder]);
    }
  },
);
