import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { processTree } from '../../../../bench/kill-tree.ts';
import { newDataFolder, removeDataFolder } from '../../../../tests/setup/data-folder.ts';
import { freePort } from '../../../../tests/setup/nacre-process.ts';
import { strayProcesses } from './stray-processes.ts';

// As in two containers that share a folder: processes of one have no number, or another one, in the other.

const apart = ['--pid', '--fork', '--kill-child', '--mount-proc'];
const HEADLESS = 'tests/setup/headless.ts';

function canUnshare(): boolean {
  try {
    execFileSync('unshare', [...apart, 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let dataFolder: string;
const containers: Container[] = [];

interface Container {
  readonly child: ChildProcess;
  said(): string;
  readonly ended: Promise<void>;
}

beforeEach(async () => {
  dataFolder = await newDataFolder();
});

afterEach(async () => {
  for (const container of containers.splice(0)) await end(container);
  await removeDataFolder(dataFolder);
});

/** A Nacre in its own world of processes, below a first process that outlives it. */
async function contain(folder = dataFolder): Promise<Container> {
  const port = String(await freePort());
  const child = spawn(
    'unshare',
    [...apart, 'sh', '-c', `"$0" ${HEADLESS}; echo "ended with $?"; sleep 120`, process.execPath],
    {
      env: { PATH: process.env['PATH'], PORT: port, NACRE_DATA: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const container = { child, said: () => said, ended };
  containers.push(container);
  return container;
}

async function end({ child, ended }: Container): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

const says = (container: Container, text: string) =>
  expect.poll(container.said, { timeout: 40_000, interval: 50 }).toContain(text);

/** The number that Nacre has out here. */
const nacreIn = ({ child }: Container): number => {
  const tree = processTree(child.pid ?? 0);
  const isNacre = (pid: number) =>
    execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).startsWith(
      `${process.execPath} ${HEADLESS}`,
    );
  return tree.find(isNacre) ?? 0;
};

test.runIf(canUnshare())(
  'of two containers that share a data folder the second is told so, and the first goes on',
  async () => {
    const first = await contain();
    await says(first, 'Nacre is ready');
    const database = strayProcesses(join(dataFolder, 'postgres'));
    const second = await contain();
    await says(second, 'ended with 1');
    expect(second.said()).toContain('of another container) is using');
    expect(strayProcesses(join(dataFolder, 'postgres'))).toEqual(expect.arrayContaining([database[0]]));

    await end(first);
    await says(await contain(), 'Nacre is ready');
  },
  90_000,
);

test.runIf(canUnshare()).each(['', 'a'.repeat(60) + '/' + 'b'.repeat(60)])(
  'a database that outlives its Nacre in another container is left alone (%j)',
  async (below) => {
    const folder = join(dataFolder, below);
    await mkdir(folder, { recursive: true });
    const first = await contain(folder);
    await says(first, 'Nacre is ready');
    process.kill(nacreIn(first), 'SIGKILL');
    await says(first, 'ended with 137');
    expect(strayProcesses(join(folder, 'postgres'))).not.toEqual([]);

    const second = await contain(folder);
    await says(second, 'ended with 1');
    expect(second.said()).toContain('In another container a database');

    await end(first);
    await sleep(200);
    await says(await contain(folder), 'Nacre is ready');
  },
  90_000,
);
