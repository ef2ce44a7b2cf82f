import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { gate } from './gate.ts';

it('lets so many in at once, lets so many wait, and says to all others that it is busy', async () => {
  const through = gate({ atOnce: 2, mostWaiting: 3 });
  let [inside, most] = [0, 0];
  const work = async (): Promise<'done'> => {
    most = Math.max(most, ++inside);
    await sleep(5);
    inside -= 1;
    return 'done';
  };
  const answers = await Promise.all(Array.from({ length: 8 }, () => through(work)));
  expect(answers.toSorted()).toEqual(['busy', 'busy', 'busy', ...Array<string>(5).fill('done')]);
  expect(most).toBe(2);
  expect(await through(work)).toBe('done');
});

it('gives the place of a work that failed to the next', async () => {
  const through = gate({ atOnce: 1, mostWaiting: 1 });
  const failing = through(() => Promise.reject(new Error('no')));
  const next = through(() => Promise.resolve(7));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe(7);
});
