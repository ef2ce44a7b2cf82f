import { sql } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { APP_DATABASE_URL, appDatabase, closeAppDatabase } from './app-database.ts';
import { connect, isDatabaseBusy, type Database } from './connect.ts';
import { testDatabase } from './testing.ts';

const database = await testDatabase();
afterAll(() => database.close());

const killOthers = () =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(database.db);

const connected = () => {
  const onLostConnection = vi.fn();
  const db = connect(database.url, { max: 1, onLostConnection });
  return { db, onLostConnection, lost: () => vi.waitFor(() => expect(onLostConnection).toHaveBeenCalled()) };
};

const one = async (db: Database) => (await sql<{ one: number }>`select 1 as one`.execute(db)).rows[0]?.one;

// An unheard error would end the run of the tests, as it would end a server.
test('an idle connection that is lost ends nothing, and the next query has a new one', async () => {
  const { db, lost } = connected();
  expect(await one(db)).toBe(1);
  await killOthers();
  await lost();
  expect(await one(db)).toBe(1);
  await db.destroy();
});

test('a connection that is lost between two statements fails its transaction alone', async () => {
  const { db, lost } = connected();
  const inUse = db.transaction().execute(async (trx) => {
    await sql`select 1`.execute(trx);
    await killOthers();
    await lost();
    await sql`select 1`.execute(trx);
  });
  await expect(inUse).rejects.toThrow();
  expect(await one(db)).toBe(1);
  await db.destroy();
});

test('a query that runs when its connection is lost fails', async () => {
  const db = connect(database.url, { max: 1 });
  const running = sql`select pg_sleep(20)`.execute(db);
  setTimeout(() => void killOthers(), 200);
  await expect(running).rejects.toThrow();
  await db.destroy();
});

test('a query that waits in vain for a free connection is told from one that fails', async () => {
  const db = connect(database.url, { max: 1, patience: 1000 });
  const busy = sql`select pg_sleep(2)`.execute(db);
  const waiting = sql`select 1`.execute(db).catch((error: unknown) => error);
  expect(isDatabaseBusy(await waiting)).toBe(true);
  await busy;
  const wrong = await sql`select no_such_column`.execute(db).catch((error: unknown) => error);
  expect(isDatabaseBusy(wrong)).toBe(false);
  await db.destroy();
});

test('a statement that takes longer than its pool allows is cancelled, told apart, and its connection is free again', async () => {
  const db = connect(database.url, { max: 1, statementTimeout: 100 });
  const error = await sql`select pg_sleep(20)`.execute(db).catch((reason: unknown) => reason);
  expect(isDatabaseBusy(error)).toBe(true);
  expect(await one(db)).toBe(1);
  await db.destroy();
});

test('statements for readers are bounded, and those of commands and jobs are not', async () => {
  const bound = async (db: Database) =>
    (await sql<{ statement_timeout: string }>`show statement_timeout`.execute(db)).rows[0]?.statement_timeout;
  process.env[APP_DATABASE_URL] = database.url;
  expect(await bound(appDatabase())).toBe('5s');
  await closeAppDatabase();
  delete process.env[APP_DATABASE_URL];
  expect(await bound(database.db)).toBe('0');
});
