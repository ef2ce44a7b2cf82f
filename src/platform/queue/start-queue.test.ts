import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { startQueue, type JobKind, type StartedQueue } from './start-queue.ts';

let database: TestDatabase;
const queues: StartedQueue[] = [];
const done: unknown[] = [];
const kind: JobKind = {
  name: 'note',
  expiresAfter: 60,
  work: (data) => {
    done.push(data);
    return Promise.resolve();
  },
};
beforeAll(async () => {
  database = await testDatabase();
  // Several processes start at once on a database that has no queue yet.
  queues.push(...(await Promise.all([1, 2, 3].map(() => startQueue(database.url, [kind])))));
});
afterAll(async () => {
  await Promise.all(queues.map((queue) => queue.stop(1000)));
  await database.close();
});

const send = (key: string) =>
  database.db
    .transaction()
    .execute(async (trx) => (await queues[0]?.send(trx, 'note', { key }, key)) ?? false);

describe('a job', () => {
  it('is done once, within a second of its transaction', async () => {
    expect(await send('a')).toBe(true);
    await expect.poll(() => done, { timeout: 5000 }).toEqual([{ key: 'a' }]);
  });

  it('is not sent when its transaction is undone', async () => {
    const undone = database.db.transaction().execute(async (trx) => {
      await queues[0]?.send(trx, 'note', { key: 'b' }, 'b');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await send('c');
    await expect.poll(() => done.length, { timeout: 5000 }).toBe(2);
    expect(done).not.toContainEqual({ key: 'b' });
  });
});
