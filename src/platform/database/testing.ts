import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { connect, type Database } from './connect.ts';

/** Set by tests/setup/postgres.ts, once for a run of the tests. */
export const TEST_POSTGRES = 'NACRE_TEST_POSTGRES';
/** Set there too when the migrations themselves fail: one line. */
export const TEST_PROBLEM = 'NACRE_TEST_POSTGRES_PROBLEM';
/** The migrated database that each test's own is copied from. */
export const TEMPLATE = 'nacre_template';

/** A database that one test file has to itself. */
export interface TestDatabase {
  readonly db: Database;
  readonly url: string;
  /** Closes its connections and drops it. */
  close(): Promise<void>;
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env[TEST_POSTGRES] });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The connection string of database `name` in the tests' PostgreSQL. */
export function testUrl(name: string): string {
  const url = new URL(process.env[TEST_POSTGRES] ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

async function freshDatabase(template: string): Promise<TestDatabase> {
  if (!process.env[TEST_POSTGRES])
    throw new Error('No PostgreSQL for tests: is tests/setup/postgres.ts a globalSetup of vitest?');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template ${template}`);
  const url = testUrl(name);
  const db = connect(url, { max: 5 });
  const close = async (): Promise<void> => {
    await db.destroy();
    await administer(`drop database if exists ${name} with (force)`);
  };
  return { db, url, close };
}

/**
 * A fresh, migrated, empty database in the tests' PostgreSQL (about 50 ms):
 * `const database = await testDatabase(); afterAll(() => database.close());`. Throws when the migrations fail.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const problem = process.env[TEST_PROBLEM];
  if (problem) throw new Error(problem);
  return freshDatabase(TEMPLATE);
}

/** A fresh database without any table, for tests of the migrations themselves. */
export const emptyTestDatabase = (): Promise<TestDatabase> => freshDatabase('template0');
