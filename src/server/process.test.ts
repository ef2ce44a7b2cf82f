import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import pg from 'pg';
import { kill, processTree } from '../../bench/kill-tree.ts';
import { newDataFolder, removeDataFolder } from '../../tests/setup/data-folder.ts';
import { mayMount, mount, unmount } from '../../tests/setup/small-disk.ts';
import { freePort, startNacre, type NacreProcess } from '../../tests/setup/nacre-process.ts';
import { socketFolder, urlOf } from '../platform/database/embedded/address.ts';

const HEADLESS = 'tests/setup/headless.ts';
let dataFolder: string;
let started: NacreProcess[] = [];

beforeEach(async () => {
  dataFolder = await newDataFolder();
});

afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGTERM');
    await ended;
  }
  started = [];
  await removeDataFolder(dataFolder);
});

async function start(settings: Record<string, string> = {}): Promise<NacreProcess> {
  const nacre = startNacre(HEADLESS, {
    PORT: String(await freePort()),
    NACRE_DATA: dataFolder,
    // Nobody signs in here, and each of their passwords takes a third of a second.
    NACRE_DEMO: 'off',
    ...settings,
  });
  started.push(nacre);
  return nacre;
}

/** Exit code and all that was said, of a start that should fail. */
async function failure(settings: Record<string, string>): Promise<{ code: number | null; lines: string[] }> {
  const nacre = await start(settings);
  const code = await nacre.ended;
  return { code, lines: nacre.said().trim().split('\n') };
}

async function practices(): Promise<number> {
  const client = new pg.Client({ connectionString: urlOf(socketFolder(`${dataFolder}/postgres`), 'nacre') });
  client.on('error', () => {}); // It may ask while the database still starts.
  try {
    await client.connect();
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from practice');
    return rows[0]?.n ?? 0;
  } finally {
    await client.end();
  }
}

describe('what cannot work ends with one line and a code that is not 0', () => {
  test('a wrong setting', async () => {
    expect(await failure({ PORT: 'pearl' })).toEqual({
      code: 1,
      lines: [expect.stringContaining('PORT=pearl')],
    });
  });

  test('a taken port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const { port } = other.address() as { port: number };
    const outcome = await failure({ PORT: String(port) });
    other.close();
    expect(outcome).toEqual({ code: 1, lines: [expect.stringContaining(`PORT=${port + 1} npm start`)] });
  });

  test('a database that cannot be reached, without its password', async () => {
    const outcome = await failure({ DATABASE_URL: 'postgres://nacre:pearl-secret@127.0.0.1:9/towns' });
    expect(outcome).toEqual({ code: 1, lines: [expect.stringContaining('database towns at 127.0.0.1:9')] });
    expect(outcome.lines[0]).not.toContain('pearl-secret');
  });

  test('a data folder that another running copy has', async () => {
    const first = await start();
    expect(await first.ready()).toBe(true);
    expect(await failure({})).toEqual({
      code: 1,
      lines: [expect.stringContaining(`process ${first.child.pid}`)],
    });
  });
});

// Room for an empty cluster, but not for the seed world; at 52 MB PostgreSQL ends over it without a word to its clients.
test.runIf(mayMount).each(['44m', '52m'])(
  'a disk of %s that fills while the seed world is loaded ends with a last line that says so, and nothing is left running',
  async (size) => {
    mount(dataFolder, size);
    try {
      const { code, lines } = await failure({});
      expect(code).toBe(1);
      expect(lines.at(-1)).toMatch(
        /^error: The disk (that holds .* )?is full: free some space and start again\.$/,
      );
      expect(lines.filter((line) => line.startsWith('error'))).toHaveLength(1);
    } finally {
      unmount(dataFolder); // Refused as busy while a database still runs there.
    }
  },
  60_000, // It is started again four times before it is given up.
);

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops the database too and ends with 0', async (signal) => {
  const nacre = await start();
  expect(await nacre.ready()).toBe(true);
  const tree = processTree(nacre.child.pid ?? 0);
  expect(tree.length).toBeGreaterThan(1);
  nacre.child.kill(signal);
  expect(await nacre.ended).toBe(0);
  expect(tree.filter((pid) => processTree(process.pid).includes(pid))).toEqual([]);
});

test('a reader of its words who leaves does not end it, and it still stops in order', async () => {
  const nacre = await start();
  nacre.child.stdout?.destroy();
  nacre.child.stderr?.destroy();
  await vi.waitFor(async () => expect(await practices()).toBe(48), { timeout: 30_000, interval: 500 });
  const tree = processTree(nacre.child.pid ?? 0);
  expect(tree.length).toBeGreaterThan(1);
  nacre.child.kill('SIGTERM');
  expect(await nacre.ended).toBe(0);
  expect(tree.filter((pid) => processTree(process.pid).includes(pid))).toEqual([]);
});

test('killed at any moment, alone or with its database, the next start recovers by itself with all rows', async () => {
  // The long version: bench/kills.ts.
  for (const [afterMs, whole] of [
    [250, true],
    [700, false],
    [1100, true],
    [1600, false],
    [2200, true],
  ] as const) {
    const nacre = await start();
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    const pid = nacre.child.pid ?? 0;
    kill(whole ? processTree(pid) : [pid]);
    await nacre.ended;
  }
  const last = await start();
  expect(await last.ready(), last.said()).toBe(true);
  expect(await practices()).toBe(48);
}, 90_000);
