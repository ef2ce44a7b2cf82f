// `npm run bench:documents`: a booklet of all 48 practices made for the first time, and what a reader notices while five booklets
// are made. Bars: under 5 s; the 95th percentile of a page less than doubled. Ends with 1 above either.
import { setTimeout as sleep } from 'node:timers/promises';
import { benchServer } from './running-server.ts';
import { median } from './median.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const nacre = await benchServer();
const slug = 'cultural-spaces-svendborg';

const booklet = (language: string, from = 1) =>
  `/${language}/practices/booklet?${Array.from({ length: 48 }, (_, i) => `id=NP-${((from + i - 1) % 48) + 1}`).join('&')}`;

/** Milliseconds until the file has come, by the way a browser goes; the progress page is asked every 100 ms. */
async function make(path: string): Promise<{ ms: number; bytes: number }> {
  const begun = performance.now();
  let answer = await fetch(nacre.origin + path);
  while (answer.headers.get('content-type') !== 'application/pdf') {
    if (!answer.headers.has('refresh')) throw new Error(`${answer.url}: ${answer.status}`);
    await answer.arrayBuffer();
    await sleep(100);
    answer = await fetch(answer.url);
  }
  const { byteLength } = await answer.arrayBuffer();
  return { ms: performance.now() - begun, bytes: byteLength };
}

/** A practice's page: kept, or made anew because its address was never asked for. */
let asked = 0;
async function read(kind: 'kept' | 'made'): Promise<number> {
  const begun = performance.now();
  const path = `/en/practices/${slug}${kind === 'made' ? `?n=${(asked += 1)}` : ''}`;
  await (await fetch(nacre.origin + path)).arrayBuffer();
  return performance.now() - begun;
}

async function readUntil(isOver: () => boolean): Promise<Record<'kept' | 'made', number>> {
  const times = { kept: [] as number[], made: [] as number[] };
  while (!isOver() || times.made.length < 100) {
    for (const kind of ['kept', 'made'] as const) times[kind].push(await read(kind));
    await sleep(5);
  }
  const p95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? NaN;
  return { kept: p95(times.kept), made: p95(times.made) };
}

try {
  // The first document starts the process that sets; what is cold is the booklet.
  const first = await make(`/en/practices/${slug}/pdf`);
  say(`the first document of a server, one practice: ${first.ms.toFixed(0)} ms`);
  const cold: number[] = [];
  for (const language of ['lv', 'de', 'pl']) {
    const { ms, bytes } = await make(booklet(language));
    cold.push(ms);
    say(`booklet of 48 in ${language}: ${ms.toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB`);
  }
  const kept = await make(booklet('lv'));
  say(`the same again: ${kept.ms.toFixed(0)} ms`);

  const ratios: Record<'kept' | 'made', number[]> = { kept: [], made: [] };
  for (let round = 0; round < 3; round += 1) {
    const since = performance.now();
    const alone = await readUntil(() => performance.now() - since > 3000);
    let isOver = false;
    const made = Promise.all(
      ['en', 'et', 'fi', 'sv', 'da'].map((language) => make(booklet(language, 5 + round))),
    );
    void made.then(() => (isOver = true));
    const beside = await readUntil(() => isOver);
    const longest = Math.max(...(await made).map(({ ms }) => ms));
    for (const kind of ['kept', 'made'] as const) ratios[kind].push(beside[kind] / alone[kind]);
    say(
      `p95 of a page alone / while five booklets are made (${(longest / 1000).toFixed(1)} s): kept ${alone.kept.toFixed(1)} / ${beside.kept.toFixed(1)} ms, made ${alone.made.toFixed(1)} / ${beside.made.toFixed(1)} ms`,
    );
  }
  const coldMs = median(cold);
  const slower = { kept: median(ratios.kept), made: median(ratios.made) };
  say(`booklet of 48: ${(coldMs / 1000).toFixed(2)} s (bar 5 s)`);
  say(`page beside five booklets: kept ${slower.kept.toFixed(2)}×, made ${slower.made.toFixed(2)}× (bar 2×)`);
  process.exitCode = coldMs < 5000 && slower.kept < 2 && slower.made < 2 ? 0 : 1;
} finally {
  await nacre.stop();
}
