// What a change of the vocabulary costs in a large repository: node bench/vocabulary.ts [size], 20000 unless told. Prints how long each act
// takes, how many documents its job writes and at what rate, and the ratio to indexing everything. Ends with 1 when an act takes over a second.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#platform/database/connect.ts';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { migrationsFolder } from '#platform/project-root.ts';
import {
  mergeConcepts,
  reindexConcerned,
  reindexPractices,
  saveConcept,
} from '../src/domains/practices/index.ts';
import { aPerson, contextOf } from '../src/domains/practices/testing.ts';
import { conceptToEdit, type Concerned } from '../src/domains/vocabulary/index.ts';
import { loadSeed } from '../src/cli/seed.ts';
import { fillPractices } from './fill-practices.ts';

const size = Number(process.argv[2] ?? 20_000);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const folder = await mkdtemp(join(tmpdir(), 'nacre-bench-'));
await chmod(folder, 0o711);
const started = await startEmbedded({ dataFolder: folder, throwaway: true });
if (!started.ok) throw new Error(started.refusal);
const { url } = started.value;
try {
  await migrate(url, { folder: migrationsFolder() });
  const db = connect(url, { max: 2 });
  await loadSeed(db);
  await fillPractices(url, size);
  const jobs: Concerned[] = [];
  const office = {
    ...contextOf(db, await aPerson(db, [{ role: 'secretariat', scope: '' }])),
    queue: {
      send: (_: unknown, __: string, data: object) => Promise.resolve(jobs.push(data as Concerned) > 0),
    },
  };
  const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const begun = performance.now();
    const value = await work();
    return [value, performance.now() - begun];
  };
  const [all, allMs] = await timed(() => reindexPractices(db));
  say(`everything: ${all} documents in ${(allMs / 1000).toFixed(1)} s`);

  const change = async (id: string, word: string) => {
    const found = await conceptToEdit(office, id);
    if (found === null || typeof found === 'string') throw new Error(id);
    const content = structuredClone(found.concept);
    content.words.en.synonyms.push(word);
    return saveConcept(office, { id, version: found.version, content });
  };
  const acts: [string, () => Promise<{ ok: boolean }>][] = [
    ['a synonym of a frequent concept', () => change('targetGroup:residents', 'townspeople all')],
    ['a synonym of a topic that nothing holds', () => change('method:barcamp', 'zumbelbrum')],
    [
      'merging two concepts',
      () => mergeConcepts(office, { from: 'targetGroup:youth', into: 'targetGroup:children' }),
    ],
  ];
  for (const [name, act] of acts) {
    const [result, ms] = await timed(act);
    if (!result.ok) throw new Error(name);
    const [count, jobMs] = await timed(async () => {
      let sum = 0;
      for (const job of jobs.splice(0)) sum += await reindexConcerned(db, job);
      return sum;
    });
    say(
      `${name}: ${ms.toFixed(0)} ms; its job ${count} documents in ${(jobMs / 1000).toFixed(1)} s, ${(jobMs / allMs).toFixed(2)} of everything`,
    );
    if (ms > 1000) process.exitCode = 1;
  }
  await db.destroy();
} finally {
  await started.value.stop();
  await rm(folder, { recursive: true, force: true });
}
