import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import type { DB } from './schema.ts';

/** The database as the rooms' stores see it. */
export type Database = Kysely<DB>;

/** The tables, for signatures that take a transaction or a database. */
export type Tables = DB;

export interface ConnectOptions {
  /** Most connections at once; 10 unless told. */
  readonly max?: number;
  /** Told of a connection that broke while idle; the pool replaces it by itself. */
  readonly onIdleError?: (error: Error) => void;
}

/**
 * A pool on a PostgreSQL `url`; opens nothing before the first query. bigint is read as a number, `date` as
 * 'YYYY-MM-DD', timestamptz as a Date. `destroy()` closes it.
 */
export function connect(url: string, { max = 10, onIdleError = () => {} }: ConnectOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: columnTypes,
    connectionTimeoutMillis: 10_000,
    application_name: 'nacre',
  });
  // Without a listener a database that restarts would end the whole process.
  pool.on('error', onIdleError);
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
