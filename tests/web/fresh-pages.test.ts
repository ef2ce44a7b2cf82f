import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { indexPractices } from '../../src/domains/practices/index.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp();
const LIMIT_MS = 1000;

/** A change by another process: this one. */
const retitle = (title: string) =>
  app.db.transaction().execute(async (trx) => {
    await trx
      .updateTable('practice_text')
      .set({ title })
      .where('practice_id', '=', 2)
      .where('language', '=', 'en')
      .execute();
    await indexPractices(trx, [2]);
  });

/** What the page says, without the marks of found words. */
const words = async (path: string) => (await app.ask(path)).text.replace(/<[^>]+>/g, '');

/** Milliseconds until the page shows the title. */
async function msUntil(path: string, title: string): Promise<number> {
  const start = performance.now();
  while (!(await words(path)).includes(title)) {
    if (performance.now() - start > 5 * LIMIT_MS) return Infinity;
    await sleep(5);
  }
  return performance.now() - start;
}

it.each([
  ['a list that was kept', '/en/practices?q=zanzibar'],
  ['the whole list as data', '/en/practices.json?sort=relevance&q=lantern'],
])('what another process changes is found within a second: %s', async (_, path) => {
  const title = `The zanzibar lantern ${path.length}`;
  // Nothing is kept while changes would not be heard, as in a process that is still busy with its start.
  let etag = '';
  const isKept = async (): Promise<boolean> => {
    const { text, headers } = await app.ask(path);
    expect(text).not.toContain(title);
    etag = String(headers['etag']);
    // Of what the cache keeps; SvelteKit's own are shorter.
    return /^W\/"[\w-]{22}"$/.test(etag);
  };
  await expect.poll(isKept, { timeout: 15_000, interval: 200 }).toBe(true);
  const again = async () => (await app.ask(path, { headers: { 'if-none-match': etag } })).status;
  await expect.poll(again, { timeout: 5_000, interval: 200 }).toBe(304);

  await retitle(title);
  expect(await msUntil(path, title)).toBeLessThan(LIMIT_MS);
  for (let time = 0; time < 20; time += 1) expect(await words(path)).toContain(title);
  expect(await again()).toBe(200);
});
