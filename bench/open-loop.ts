// `node bench/open-loop.ts [--folder=…] [practices 100000] [seconds 300]`: crawlers ask for random lists, twenty a second, whether or not the
// last ones have been answered. Wanted: no error, and no more memory after the run than after its first minute. Needs a build.
// `--folder=…` keeps the collection there, and one kept is not filled again.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningDatabase } from '../src/platform/database/embedded/running.ts';
import { languages } from '../src/services/i18n/languages.ts';
import { spawnServer } from '../tests/web/spawned-server.ts';
import { fillPractices } from './fill-practices.ts';
import { pick, seededRandom } from './seeded-random.ts';
import type { Synthetic } from './synthetic-practices.ts';

const isOption = (word: string): boolean => word.startsWith('--');
const [practices = 100_000, seconds = 300] = process.argv
  .slice(2)
  .filter((word) => !isOption(word))
  .map(Number);
const kept = process.argv.find(isOption)?.replace('--folder=', '');
const perSecond = 20;
const idleQuestions = 200;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The parts of a page's filter panel, as a crawler meets them. */
function offered(html: string): [name: string, value: string][] {
  return [...html.matchAll(/name="([a-zA-Z]+)"[^>]*value="([\p{L}\p{N}-]+)"/gu)].flatMap(([, name, value]) =>
    name && value && !['q', 'sort', 'keep'].includes(name) ? [[name, value] as [string, string]] : [],
  );
}

/** Lists that a crawler wanders to: no filter to three, words in a third, any order, mostly early pages. */
function crawl(filters: readonly [string, string][], samples: readonly Synthetic[], random: () => number) {
  return (): string => {
    const parameters = new URLSearchParams();
    if (random() < 0.33) parameters.set('q', pick(pick(samples, random).words, random));
    for (let n = Math.floor(random() * 4); n > 0; n -= 1) parameters.append(...pick(filters, random));
    if (random() < 0.3) parameters.set('sort', pick(['newest', 'oldest'], random));
    if (random() < 0.3) parameters.set('page', String(1 + Math.floor(random() * random() * 60)));
    return `/${pick(languages, random)}/practices?${parameters.toString()}`;
  };
}

const memory = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const folder = kept ?? (await mkdtemp(join(tmpdir(), 'nacre-loop-')));
const server = await spawnServer({ NACRE_DATA: folder });
try {
  const url = await runningDatabase(folder);
  if (url === undefined) throw new Error('The server has no embedded database.');
  const since = performance.now();
  const samples = await fillPractices(url, practices);
  say(`${practices} practices filled and indexed in ${((performance.now() - since) / 1000).toFixed(0)} s`);

  const failed = new Map<string, number>();
  const ask = async (path: string): Promise<number> => {
    const asked = performance.now();
    const outcome = await fetch(server.origin + path).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.ok ? '' : `status ${answer.status}`;
      },
      (error: unknown) => String(error),
    );
    if (outcome !== '') failed.set(outcome, (failed.get(outcome) ?? 0) + 1);
    return performance.now() - asked;
  };
  const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b);
  const at = (times: readonly number[], share: number) => times[Math.floor(times.length * share)] ?? NaN;
  const figures = (times: readonly number[]) =>
    [0.5, 0.95, 0.99].map((share) => at(times, share).toFixed(0)).join(' / ');

  const filters = offered(await (await fetch(`${server.origin}/en/practices`)).text());
  const next = crawl(filters, samples, seededRandom(5));
  for (let n = 0; n < 50; n += 1) await ask(next());
  const idle: number[] = [];
  for (let n = 0; n < idleQuestions; n += 1) idle.push(await ask(next()));
  say(`idle, one at a time   p50/p95/p99 ${figures(sorted(idle))} ms`);

  const taken: number[] = [];
  const pending = new Set<Promise<void>>();
  const begun = performance.now();
  let mostPending = 0;
  let afterMinute = NaN;
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const wait = begun + (n * 1000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    const one = ask(next()).then((ms) => void taken.push(ms));
    pending.add(one);
    void one.finally(() => pending.delete(one));
    mostPending = Math.max(mostPending, pending.size);
    if (n === perSecond * Math.min(60, seconds / 2)) afterMinute = memory(server.pid);
  }
  await Promise.all(pending);
  const end = memory(server.pid);
  say(
    `${perSecond} a second for ${seconds} s p50/p95/p99 ${figures(sorted(taken))} ms, at most ${mostPending} open at once`,
  );
  say(`errors: ${failed.size === 0 ? 'none' : JSON.stringify(Object.fromEntries(failed))}`);
  say(
    `memory of the server ${afterMinute.toFixed(0)} MB after the first minute, ${end.toFixed(0)} MB after the run: ${(end / afterMinute).toFixed(2)}`,
  );
} finally {
  await server.stop();
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
}
