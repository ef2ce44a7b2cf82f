import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { startQueue, type JobKind, type StartedQueue } from './start-queue.ts';

let database: TestDatabase;
let failures = 0;
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
const failing: JobKind = {
  name: 'failing',
  expiresAfter: 60,
  retries: { limit: 1, delaySeconds: 1, backoff: false },
  work: () => {
    failures += 1;
    return Promise.reject(new Error('never'));
  },
};
beforeAll(async () => {
  database = await testDatabase();
  // Several processes start at once on a database that has no queue yet.
  queues.push(...(await Promise.all([1, 2, 3].map(() => startQueue(database.url, [kind, failing])))));
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

  it('sent together with others is done without a pause between them', async () => {
    done.length = 0;
    await database.db.transaction().execute(async (trx) => {
      for (let n = 0; n < 20; n += 1) await queues[0]?.send(trx, 'note', { n }, `together ${n}`);
    });
    // A pause each would be half a minute with three processes.
    await expect.poll(() => done.length, { timeout: 10_000 }).toBe(20);
  });

  it('that fails is tried again as often and as soon as its kind says', async () => {
    await database.db
      .transaction()
      .execute((trx) => queues[0]?.send(trx, 'failing', {}, 'a') ?? Promise.resolve(false));
    const state = async () =>
      (await sql<{ state: string }>`select state from pgboss.job where name = 'failing'`.execute(database.db))
        .rows[0]?.state;
    await expect.poll(state, { timeout: 15_000 }).toBe('failed');
    expect(failures).toBe(2);
  });
});
