// The audit log on a PostgreSQL that waits for its disk: node bench/audit.ts [seconds]. Appends a second by 1 and 8 writers beside
// the same transaction without an entry, reading and verifying. `--kills=50`: instead, SIGKILLs while eight writers write.
import { sql } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import { appendAudit } from '#platform/audit/append-audit.ts';
import { listAudit } from '#platform/audit/list-audit.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { connect, type Database } from '#platform/database/connect.ts';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { migrationsFolder } from '#platform/project-root.ts';
import { newDataFolder, removeDataFolder } from '../tests/setup/data-folder.ts';
import { startWriters } from '../tests/setup/killed-writers.ts';
import { kill, processTree } from './kill-tree.ts';
import { median } from './median.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = Number(process.argv[2]) || 5;
const kills = Number(process.argv.find((word) => word.startsWith('--kills='))?.slice('--kills='.length) ?? 0);

/** A command's transaction: one row changed, and the entry. */
function act(db: Database, n: number, isAudited: boolean): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await sql`insert into act (n) values (${n})`.execute(trx);
    if (!isAudited) return;
    await appendAudit(trx, {
      act: n % 10 === 0 ? 'application.submit' : 'practice.edit',
      subject: { kind: 'practice', id: n % 500 },
      actor: { personId: n % 40, name: `Person ${n % 40}`, role: 'editor' },
      before: { title: `Title ${n}`, teaser: 'Songs bring neighbours together. '.repeat(10) },
      after: { title: `Title ${n + 1}`, teaser: 'Songs brought neighbours together. '.repeat(10) },
      at: new Date(),
    });
  });
}

/** Transactions a second by so many writers, and the 95th percentile of one, in milliseconds. */
async function rate(url: string, writers: number, isAudited: boolean) {
  const db = connect(url, { max: writers });
  const taken: number[] = [];
  const until = performance.now() + seconds * 1000;
  const since = performance.now();
  const write = async (writer: number): Promise<void> => {
    for (let n = writer; performance.now() < until; n += writers) {
      const began = performance.now();
      await act(db, n, isAudited);
      taken.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const perSecond = (taken.length / (performance.now() - since)) * 1000;
  await db.destroy();
  taken.sort((a, b) => a - b);
  return { perSecond, p95: taken[Math.floor(taken.length * 0.95)] ?? NaN };
}

async function millis(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const since = performance.now();
    await work();
    taken.push(performance.now() - since);
  }
  return median(taken);
}

async function measureAppends(url: string): Promise<void> {
  for (const writers of [1, 8]) {
    const [bare, audited] = [await rate(url, writers, false), await rate(url, writers, true)];
    say(
      `${writers} writers: ${audited.perSecond.toFixed(0)} audited acts/s (p95 ${audited.p95.toFixed(1)} ms), ` +
        `without the entry ${bare.perSecond.toFixed(0)}/s (p95 ${bare.p95.toFixed(1)} ms), ` +
        `ratio ${(audited.perSecond / bare.perSecond).toFixed(2)}`,
    );
  }
}

/** Fills up to `size` entries quickly, a hundred a transaction. */
async function fill(db: Database, size: number): Promise<void> {
  const head = await db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow();
  for (let n = head.seq; n < size; n += 100)
    await db.transaction().execute(async (trx) => {
      for (let more = 0; more < 100; more++)
        await appendAudit(trx, {
          act: 'practice.edit',
          subject: { kind: 'practice', id: (n + more) % 500 },
          actor: { personId: (n + more) % 40, name: `Person ${(n + more) % 40}`, role: 'editor' },
          before: { title: `Title ${n}`, teaser: 'Songs bring neighbours together. '.repeat(10) },
          after: { title: `Title ${n + more}`, teaser: 'Songs brought neighbours together. '.repeat(10) },
          at: new Date(),
        });
    });
}

async function measureReading(db: Database, size: number): Promise<void> {
  await fill(db, size);
  await sql`vacuum analyze`.execute(db);
  const since = performance.now();
  const verdict = await verifyAudit(db);
  if (!verdict.ok) throw new Error(`${verdict.why} at ${verdict.seq}`);
  const verifying = performance.now() - since;
  say(
    `verified ${verdict.entries} entries in ${(verifying / 1000).toFixed(1)} s: ${((verdict.entries / verifying) * 1000).toFixed(0)}/s`,
  );
  const newest = await millis(() => listAudit(db));
  const person = await millis(() => listAudit(db, { actor: 7 }));
  const words = await millis(() => listAudit(db, { words: 'no such words' }));
  say(
    `newest page ${newest.toFixed(1)} ms, of a person ${person.toFixed(1)} ms, ` +
      `words that nothing has ${words.toFixed(0)} ms (ratio ${(words / newest).toFixed(0)})`,
  );
}

async function measure(folder: string): Promise<void> {
  const started = await startEmbedded({ dataFolder: folder });
  if (!started.ok) throw new Error(started.refusal);
  const { url, stop } = started.value;
  const db = connect(url, { max: 1 });
  try {
    const migrated = await migrate(url, { folder: migrationsFolder() });
    if (!migrated.ok) throw new Error(migrated.refusal);
    await sql`create table act (n bigint)`.execute(db);
    await measureAppends(url);
    await measureReading(db, 50_000);
  } finally {
    await db.destroy();
    await stop();
  }
}

/** Kills the writers and their PostgreSQL, every third time the writers alone, and looks what the next start finds. */
async function killAll(folder: string): Promise<void> {
  const told = new Set<string>();
  const sums = { whole: 0, torn: 0, lost: 0, entries: 0 };
  for (let round = 0; round <= kills; round++) {
    const writers = startWriters(folder, told);
    const { chain, torn, lost, entries } = await writers.aftermath();
    if (chain === 'whole') sums.whole += 1;
    else say(`round ${round}: ${chain}`);
    Object.assign(sums, { torn: sums.torn + torn, lost: sums.lost + lost, entries });
    writers.go();
    if (round < kills) await sleep(200 + Math.random() * 800);
    kill(round % 3 === 2 && round < kills ? [writers.pid] : processTree(writers.pid));
    await writers.ended;
  }
  say(
    `kills: the chain was whole after ${sums.whole - 1} of ${kills} SIGKILLs while 8 writers wrote, with ${sums.entries} entries; ` +
      `${sums.torn} acts without entry or the reverse, ${sums.lost} of ${told.size} acknowledged acts lost`,
  );
  process.exitCode = sums.whole === kills + 1 && sums.torn === 0 && sums.lost === 0 ? 0 : 1;
}

const folder = await newDataFolder();
try {
  await (kills > 0 ? killAll(folder) : measure(folder));
} finally {
  await removeDataFolder(folder);
}
