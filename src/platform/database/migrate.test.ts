import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { readiness } from './ready.ts';
import { emptyTestDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
let folder: string;

const put = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const run = () => migrate(database.url, { folder });
const tables = async () =>
  (
    await sql<{
      tablename: string;
    }>`select tablename from pg_tables where schemaname = 'public' order by 1`.execute(database.db)
  ).rows.map((row) => row.tablename);

beforeEach(async () => {
  database = await emptyTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'nacre-migrations-'));
  await put('0001_towns.sql', 'create table town (name text);');
});

afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

test('migrations are applied once, in the order of their numbers', async () => {
  await put('0002_more.sql', 'alter table town add column country text;');
  expect(await run()).toEqual({ ok: true, value: ['0001_towns.sql', '0002_more.sql'] });
  expect(await run()).toEqual({ ok: true, value: [] });
});

test('several processes that start at once migrate once', async () => {
  const outcomes = await Promise.all([run(), run(), run(), run()]);
  expect(outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : ['refused']))).toEqual([
    '0001_towns.sql',
  ]);
});

test('a migration changed after it was applied is refused', async () => {
  await run();
  await put('0001_towns.sql', 'create table town (name text not null);');
  expect(await run()).toMatchObject({
    ok: false,
    refusal: expect.stringContaining('0001_towns.sql was changed') as string,
  });
});

test('line ends of another system are not a change', async () => {
  await put('0001_towns.sql', 'create table town (\n name text);\n');
  await run();
  await put('0001_towns.sql', 'create table town (\r\n name text);\r\n');
  expect(await run()).toEqual({ ok: true, value: [] });
});

test('a database newer than this copy of Nacre is refused', async () => {
  await put('0002_more.sql', 'select 1;');
  await run();
  await rm(join(folder, '0002_more.sql'));
  expect(await run()).toMatchObject({
    ok: false,
    refusal: expect.stringContaining('older than its database') as string,
  });
});

test('a failing migration leaves nothing behind and names its line', async () => {
  await put('0002_wrong.sql', 'create table half (n int);\n\nselect nothing from nowhere;');
  expect(await run()).toMatchObject({
    ok: false,
    refusal: expect.stringMatching(/0002_wrong\.sql \(line 3\) failed/) as string,
  });
  expect(await tables()).toEqual(['schema_migration', 'town']);
});

test.each([
  ['two.sql', 'must be named'],
  ['0001_again.sql', 'same number'],
])('%s is refused: %s', async (name, why) => {
  await put(name, 'select 1;');
  expect(await run()).toMatchObject({ ok: false, refusal: expect.stringContaining(why) as string });
});

test('a database is ready when every migration is there, and says what is missing', async () => {
  expect(await readiness(database.db, folder)).toEqual({ ready: false, missing: 'migrations' });
  await run();
  expect(await readiness(database.db, folder)).toEqual({ ready: true });
  await put('0002_more.sql', 'select 1;');
  expect(await readiness(database.db, folder)).toEqual({ ready: false, missing: 'migrations' });
});

test.each(['missing', 'empty'])(
  'a %s folder of migrations is refused, and nothing is ready then',
  async (kind) => {
    await run();
    await rm(folder, { recursive: true });
    if (kind === 'empty') await mkdir(folder);
    expect(await run()).toMatchObject({ ok: false, refusal: expect.stringContaining('not whole') as string });
    expect(await readiness(database.db, folder)).toEqual({ ready: false, missing: 'migrations' });
    await mkdir(folder, { recursive: true });
  },
);
