import { readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { newDataFolder, removeDataFolder } from '../tests/setup/data-folder.ts';
import { freePort, startNacre, type NacreProcess } from '../tests/setup/nacre-process.ts';
import { socketFolder, urlOf } from '../src/platform/database/embedded/address.ts';
import { kill, processTree } from './kill-tree.ts';

// `node bench/kills.ts [30]`: SIGKILL for the whole process tree, and every third time for Nacre alone (which orphans its
// PostgreSQL), during a first start, while seeding, and while pages are read. After each the next start must come up by
// itself with all rows. Needs a build (npx vite build).

const rounds = Number(process.argv[2] ?? 30);
const port = await freePort();
const base = `http://127.0.0.1:${port}`;

const begin = (dataFolder: string): NacreProcess =>
  startNacre('server.js', { PORT: String(port), NACRE_DATA: dataFolder });

async function rows(dataFolder: string): Promise<string> {
  const home =
    (await readFile(`${dataFolder}/postgres-home`, 'utf8').catch(() => '')).trim() ||
    `${dataFolder}/postgres`;
  const client = new pg.Client({ connectionString: urlOf(socketFolder(home), 'nacre') });
  await client.connect();
  const { rows: tables } = await client.query<{ t: string }>(
    `select tablename as t from pg_tables where schemaname = 'public' order by 1`,
  );
  const counts: string[] = [];
  for (const { t } of tables) {
    const {
      rows: [row],
    } = await client.query<{ n: number }>(`select count(*)::int as n from "${t}"`);
    counts.push(`${t}=${row?.n}`);
  }
  await client.end();
  return counts.join(' ');
}

/** Reads pages one after the other until the server is gone; counts answers with 500 or more. */
async function read(until: AbortSignal): Promise<number> {
  let failures = 0;
  while (!until.aborted) {
    const answer = await fetch(`${base}/en/practices?page=${1 + Math.floor(Math.random() * 4)}`).catch(
      () => undefined,
    );
    if (answer && answer.status >= 500) failures++;
    await answer?.arrayBuffer().catch(() => undefined);
  }
  return failures;
}

async function stop({ child, ended }: NacreProcess): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

/** One complete first start, to know the rows and how long it takes. */
async function measure(): Promise<{ expected: string; firstMs: number }> {
  const folder = await newDataFolder();
  const since = Date.now();
  const nacre = begin(folder);
  if (!(await nacre.ready())) throw new Error(nacre.said());
  const firstMs = Date.now() - since;
  const expected = await rows(folder);
  await stop(nacre);
  await removeDataFolder(folder);
  return { expected, firstMs };
}

async function killOnce(round: number, folder: string, firstMs: number): Promise<number> {
  const phase = (['first start', 'start', 'reading'] as const)[round % 3] ?? 'start';
  if (phase === 'first start') await rm(`${folder}/postgres`, { recursive: true, force: true });
  const nacre = begin(folder);
  const over = new AbortController();
  let reading: Promise<number> = Promise.resolve(0);
  if (phase === 'reading') {
    await nacre.ready();
    reading = read(over.signal);
    await sleep(100 + Math.random() * 900);
  } else await sleep(Math.random() * firstMs);
  const pid = nacre.child.pid ?? 0;
  kill(Math.floor(round / 3) % 3 === 2 ? [pid] : processTree(pid));
  over.abort();
  await nacre.ended;
  return reading;
}

const { expected, firstMs } = await measure();
const folder = await newDataFolder();
const outcome = { rounds, recovered: 0, lost: 0, errors: 0, slowestMs: 0 };
for (let round = 0; round < rounds; round++) {
  outcome.errors += await killOnce(round, folder, firstMs);
  const since = Date.now();
  const next = begin(folder);
  const isUp = await next.ready();
  outcome.slowestMs = Math.max(outcome.slowestMs, Date.now() - since);
  if (isUp) outcome.recovered++;
  else process.stdout.write(`round ${round} did not come up: ${next.said()}\n`);
  if (isUp && (await rows(folder)) !== expected) outcome.lost++;
  await stop(next);
}
await removeDataFolder(folder);
process.stdout.write(
  `kills: ${outcome.recovered} of ${rounds} starts came up after SIGKILL, ${outcome.lost} with rows missing, ` +
    `${outcome.errors} answers of 500 or more; first start ${firstMs} ms, slowest recovery ${outcome.slowestMs} ms\n`,
);
process.exitCode = outcome.recovered === rounds && outcome.lost === 0 && outcome.errors === 0 ? 0 : 1;
