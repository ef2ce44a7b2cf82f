import { afterAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { emptyTestDatabase, testDatabase } from './testing.ts';

const one = await testDatabase();
const other = await testDatabase();
afterAll(() => Promise.all([one.close(), other.close()]));

test('two test databases know nothing of each other', async () => {
  await sql`create table mark (n int8)`.execute(one.db);
  const seen = await sql<{ found: string | null }>`select to_regclass('mark')::text as found`.execute(
    other.db,
  );
  expect(seen.rows).toEqual([{ found: null }]);
});

test('bigint is read as a number, a date as its text, a moment as a Date', async () => {
  const { rows } =
    await sql`select 9007199254740991::int8 as n, date '2026-02-28' as d, timestamptz '2026-02-28T12:00Z' as t`.execute(
      one.db,
    );
  expect(rows).toEqual([{ n: 9007199254740991, d: '2026-02-28', t: new Date('2026-02-28T12:00Z') }]);
});

test('a bigint that a number cannot hold is refused instead of rounded', async () => {
  await expect(sql`select 9007199254740993::int8 as n`.execute(one.db)).rejects.toThrow('too large');
});

test('an empty test database has no table', async () => {
  const empty = await emptyTestDatabase();
  const { rows } = await sql`select from pg_tables where schemaname = 'public'`.execute(empty.db);
  await empty.close();
  expect(rows).toEqual([]);
});
