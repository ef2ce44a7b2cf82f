import { sql } from 'kysely';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { testDatabase } from '../database/testing.ts';
import { changeMark } from './hearing.ts';
import { keptUntilChange } from './kept-until-change.ts';
import { listenForChanges } from './listen-for-changes.ts';

const database = await testDatabase();
afterAll(() => database.close());
let listening: { stop: () => Promise<void> } | undefined;
afterEach(async () => {
  await listening?.stop();
  listening = undefined;
});

async function listen() {
  listening = listenForChanges(database.url);
  await vi.waitUntil(() => changeMark() !== null, { timeout: 5000 });
}

const addScheme = (id: string) =>
  sql`insert into concept_scheme (id, position) values (${id}, 0)`.execute(database.db);

test('without a listener nothing is kept', async () => {
  expect(changeMark()).toBe(null);
  let reads = 0;
  const read = keptUntilChange('vocabulary', () => Promise.resolve((reads += 1)));
  await read(database.db);
  expect(await read(database.db)).toBe(2);
});

test('a reading is kept until its topic changes, and each argument has its own', async () => {
  await listen();
  let reads = 0;
  const read = keptUntilChange('vocabulary', (_, language: string) =>
    Promise.resolve(`${language}${(reads += 1)}`),
  );
  expect(await read(database.db, 'lv')).toBe('lv1');
  expect(await read(database.db, 'lv')).toBe('lv1');
  expect(await read(database.db, 'et')).toBe('et2');
  await sql`update practice set slug = slug`.execute(database.db);
  await sql`select 1`.execute(database.db);
  expect(await read(database.db, 'lv')).toBe('lv1');
  await addScheme('a');
  await vi.waitUntil(async () => (await read(database.db, 'lv')) === 'lv3', { timeout: 1000 });
});

test('a change is heard within a second once it is committed, and not before', async () => {
  await listen();
  const before = changeMark();
  await database.db.transaction().execute(async (trx) => {
    await sql`insert into concept_scheme (id, position) values ('b', 0)`.execute(trx);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(changeMark()).toBe(before);
  });
  await vi.waitUntil(() => changeMark() !== before, { timeout: 1000 });
});

test('a reading within a transaction is its own: nothing kept is given to it, and nothing of it is kept', async () => {
  await listen();
  const read = keptUntilChange('vocabulary', async (db) =>
    (await db.selectFrom('concept_scheme').select('id').execute()).map(({ id }) => id),
  );
  const before = await read(database.db);
  const undone = database.db.transaction().execute(async (trx) => {
    await sql`insert into concept_scheme (id, position) values ('undone', 0)`.execute(trx);
    expect(await read(trx)).toContain('undone');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await read(database.db)).toEqual(before);

  const fresh = keptUntilChange('vocabulary', () => Promise.resolve((reads += 1)));
  let reads = 0;
  await database.db.transaction().execute((trx) => fresh(trx));
  expect(await fresh(database.db)).toBe(2);
});

test('a reading that fails is not kept', async () => {
  await listen();
  let reads = 0;
  const read = keptUntilChange('vocabulary', () =>
    (reads += 1) === 1 ? Promise.reject(new Error('lost')) : Promise.resolve(reads),
  );
  await expect(read(database.db)).rejects.toThrow('lost');
  expect(await read(database.db)).toBe(2);
});

test('when the connection breaks nothing is kept until it is back, and then everything is read anew', async () => {
  await listen();
  const before = changeMark();
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'nacre changes'
    and datname = current_database()`.execute(database.db);
  await vi.waitUntil(() => changeMark() === null, { timeout: 2000, interval: 5 });
  await vi.waitUntil(() => changeMark() !== null, { timeout: 5000 });
  expect(changeMark()).not.toBe(before);
});
