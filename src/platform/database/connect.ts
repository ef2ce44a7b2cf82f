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
  /** How long a query waits for a connection, in milliseconds; 10 seconds unless told. */
  readonly patience?: number;
  /** After so many milliseconds a statement is cancelled; never unless told. */
  readonly statementTimeout?: number;
  /** Told of each connection that broke; the pool replaces it by itself, and a query that ran on it fails. */
  readonly onLostConnection?: (error: Error) => void;
}

const NO_CONNECTION_FREE = 'timeout exceeded when trying to connect';

/** PostgreSQL's code of a statement that was cancelled, also by its timeout. */
const CANCELLED = '57014';

/** Whether a query failed because no connection of its pool became free in time, or because it took too long itself. */
export const isDatabaseBusy = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message === NO_CONNECTION_FREE || ('code' in error && error.code === CANCELLED));

/**
 * A pool on a PostgreSQL `url`; opens nothing before the first query. bigint is read as a number, `date` as
 * 'YYYY-MM-DD', timestamptz as a Date. `destroy()` closes it.
 */
export function connect(
  url: string,
  { max = 10, patience = 10_000, statementTimeout = 0, onLostConnection = () => {} }: ConnectOptions = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: columnTypes,
    connectionTimeoutMillis: patience,
    application_name: 'nacre',
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the pool waits for it; its types do not say so
    onConnect: async (client) => {
      client.on('error', onLostConnection);
      // As for any disk without a turning head: else the planner reads whole tables of documents rather than their index.
      // Sorting the slice of a search must not go through a file. A search is over before its plan is compiled, and readers are
      // many: none takes a second core.
      await client.query(
        `set random_page_cost = 1.1; set work_mem = '32MB'; set jit = off; set max_parallel_workers_per_gather = 0;
        set statement_timeout = ${Math.trunc(statementTimeout)}`,
      );
    },
  });
  // Without a listener a database that restarts would end the whole process. The pool listens to a connection only
  // while it is idle; the one in use needs a listener of its own, and an idle one then tells both.
  pool.on('error', () => {});
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
