// How long a search takes beside other ways to answer it, in one run: node bench/search-speed.ts [sizes …], for example 1000 10000 1000000.
// `--alone` leaves out the others but the six queries; `--folder=…` keeps the collection there, and one kept is not loaded again.
import { sql } from 'kysely';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database } from '#platform/database/connect.ts';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { migrationsFolder } from '#platform/project-root.ts';
import {
  arrangeIndex,
  indexDocuments,
  readStatistics,
  search,
  type Statistics,
} from '#services/search/index.ts';
import { miniSearch, orama, sixQueries, sqliteFts5, type Rival } from './search-rivals.ts';
import { seededRandom } from './seeded-random.ts';
import {
  facetNames,
  queriesFrom,
  syntheticPractices,
  type Synthetic,
  type SyntheticQuery,
} from './synthetic-practices.ts';

const kind = 'synthetic';
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const sizes = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map(Number);
const kept = options.find((option) => option.startsWith('--folder='))?.slice('--folder='.length);
const questions = 200;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function ours(db: Database, query: SyntheticQuery, statistics: Statistics) {
  return search(db, {
    kind,
    text: query.text,
    languages: [query.language],
    facets: query.facets,
    facetNames,
    sort: 'relevance',
    limit: 20,
    offset: 0,
    statistics,
  });
}

/** Milliseconds of each question, the second time that they are all asked. */
async function times(
  queries: readonly SyntheticQuery[],
  ask: (query: SyntheticQuery) => Promise<unknown>,
): Promise<number[]> {
  for (const query of queries.slice(0, 50)) await ask(query);
  const taken: number[] = [];
  for (const query of queries) {
    const since = performance.now();
    await ask(query);
    taken.push(performance.now() - since);
  }
  return taken.sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
const figures = (sorted: readonly number[]) =>
  [0.5, 0.95, 0.99].map((share) => at(sorted, share).toFixed(1)).join(' / ');

/** The share of the exact first twenty that the capped first twenty hold, over searches that are capped. */
async function overlap(db: Database, queries: readonly SyntheticQuery[], statistics: Statistics) {
  const shares: number[] = [];
  for (const query of queries) {
    const capped = await ours(db, query, statistics);
    if (!capped.isCapped) continue;
    const exact = await search(db, { ...exactly(query), cap: 2_000_000 });
    const found = new Set(capped.refs);
    shares.push(exact.refs.filter((ref) => found.has(ref)).length / exact.refs.length);
  }
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { capped: shares.length, mean };
}

const exactly = (query: SyntheticQuery) => ({
  kind,
  text: query.text,
  languages: [query.language],
  facets: query.facets,
  facetNames: Object.keys(query.facets),
  sort: 'relevance' as const,
  limit: 20,
  offset: 0,
});

const folder = kept ?? (await mkdtemp(join(tmpdir(), 'nacre-speed-')));
await mkdir(folder, { recursive: true });
await chmod(folder, 0o711);
const started = await startEmbedded({ dataFolder: folder, throwaway: true });
if (!started.ok) throw new Error(started.refusal);
const migrated = await migrate(started.value.url, { folder: migrationsFolder() });
if (!migrated.ok) throw new Error(migrated.refusal);
// One connection: each question is asked alone.
const db = connect(started.value.url, { max: 1 });

const random = seededRandom(2026);
const source = syntheticPractices(random);
const rivals: Rival[] = options.includes('--alone')
  ? [sixQueries(db)]
  : [sixQueries(db), sqliteFts5(), await miniSearch(), await orama()];
const samples: Synthetic[] = [];
const p95 = new Map<number, number>();
let loaded = 0;
const { rows: present } = await sql<{
  n: number;
}>`select count(*)::int as n from search_document`.execute(db);
try {
  for (const size of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) {
    const since = performance.now();
    const before = loaded;
    while (loaded < size) {
      const batch = Array.from(
        { length: Math.min(1000, size - loaded) },
        () => source.next().value as Synthetic,
      );
      loaded += batch.length;
      samples.push(...batch.filter(({ document }) => document.ref % 97 === 0));
      if (loaded > (present[0]?.n ?? 0))
        await indexDocuments(
          db,
          batch.map(({ document }) => document),
        );
      for (const rival of rivals) if (loaded <= rival.most) await rival.add(batch);
    }
    const rate = ((loaded - before) / (performance.now() - since)) * 1000;
    const arranging = performance.now();
    if (loaded > (present[0]?.n ?? 0)) await arrangeIndex(db);
    await sql`vacuum analyze search_document`.execute(db);
    const { rows } = await sql<{
      size: string;
    }>`select pg_size_pretty(pg_total_relation_size('search_document')) as size`.execute(db);
    say(
      `\n${size.toLocaleString('en')} practices: loaded at ${rate.toFixed(0)}/s (rivals included), arranged in ${((performance.now() - arranging) / 1000).toFixed(1)} s, ${rows[0]?.size}`,
    );
    const statistics = await readStatistics(db, kind);
    const queries = queriesFrom(samples, questions, seededRandom(7));
    const own = await times(queries, (query) => ours(db, query, statistics));
    p95.set(size, at(own, 0.95));
    say(`  Nacre          p50/p95/p99 ${figures(own)} ms`);
    for (const rival of rivals.filter(({ most }) => size <= most)) {
      const theirs = await times(queries, (query) => rival.ask(query));
      say(
        `  ${rival.name.padEnd(14)} p50/p95/p99 ${figures(theirs)} ms, p95 ratio ${(at(own, 0.95) / at(theirs, 0.95)).toFixed(2)}`,
      );
    }
    const { capped, mean } = await overlap(db, queries, statistics);
    if (capped > 0)
      say(`  ${capped} searches capped, overlap with the exact first twenty ${(mean * 100).toFixed(0)} %`);
  }
  const base = p95.get(10_000);
  for (const [size, value] of p95)
    if (base !== undefined && size > 10_000)
      say(`p95 at ${size.toLocaleString('en')}: ${(value / base).toFixed(1)} times that at 10,000`);
} finally {
  for (const rival of rivals) rival.close();
  await db.destroy();
  await started.value.stop();
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
}
