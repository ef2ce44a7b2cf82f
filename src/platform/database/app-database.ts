import { connect, type Database } from './connect.ts';

/** Set by the process that started or found the database (src/server/run.ts, scripts/start.js --dev). */
export const APP_DATABASE_URL = 'NACRE_DATABASE_URL';

/**
 * What a page asks takes milliseconds. One address that asks for much must not hold a connection that all others wait for;
 * migrations, jobs and the command line have pools of their own and take the time they need.
 */
const STATEMENT_TIMEOUT_MS = 5000;

// On globalThis: reloading modules in development must not open one pool after the other.
const shared = globalThis as { nacreDatabase?: Database };

/** The database of this process for its pages, made at the first call; a statement that takes long is cancelled. Throws when nobody has said where it is. */
export function appDatabase(): Database {
  const url = process.env[APP_DATABASE_URL];
  if (!url) throw new Error(`${APP_DATABASE_URL} is not set: start Nacre with npm start or npm run dev.`);
  return (shared.nacreDatabase ??= connect(url, { statementTimeout: STATEMENT_TIMEOUT_MS }));
}

/** Closes the connections of this process, after its last request. */
export async function closeAppDatabase(): Promise<void> {
  const open = shared.nacreDatabase;
  delete shared.nacreDatabase;
  await open?.destroy();
}
