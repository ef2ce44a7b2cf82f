import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startWriters } from '../../../tests/setup/killed-writers.ts';
import { testDatabase } from '../database/testing.ts';

// The long run, which also kills PostgreSQL, is `npm run bench:audit -- --kills=50`.
test('a process killed while eight writers write leaves a whole chain, and an entry for each act', async () => {
  const database = await testDatabase();
  const told = new Set<string>();
  for (let round = 0; round < 3; round++) {
    const writers = startWriters(database.url, told);
    const { entries, ...aftermath } = await writers.aftermath();
    expect(aftermath).toEqual({ chain: 'whole', torn: 0, lost: 0 });
    expect(entries).toBeGreaterThanOrEqual(told.size);
    writers.go();
    const before = told.size;
    await expect.poll(() => told.size, { timeout: 10_000 }).toBeGreaterThan(before + 20);
    await sleep(Math.random() * 50);
    process.kill(writers.pid, 'SIGKILL');
    await writers.ended;
  }
  const last = startWriters(database.url, told);
  expect(await last.aftermath()).toMatchObject({ chain: 'whole', torn: 0, lost: 0 });
  process.kill(last.pid, 'SIGKILL');
  await last.ended;
  await database.close();
}, 60_000);
