import pg from 'pg';
import { silentLog, type Log } from '#platform/log.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { migrationFiles, type MigrationFile } from './migration-files.ts';

/** Any fixed number: every process of Nacre waits here for its turn. */
const MIGRATION_LOCK = 7_120_604_517;

export interface MigrateOptions {
  readonly folder: string;
  readonly log?: Log;
}

/** The first reason not to go on from what this database already has, if there is one. */
function disagreement(
  files: readonly MigrationFile[],
  applied: ReadonlyMap<string, string>,
): string | undefined {
  const known = new Map(files.map((file) => [file.name, file.checksum]));
  for (const [name, checksum] of applied) {
    const now = known.get(name);
    if (now === undefined)
      return `The database has migration ${name}, which this copy of Nacre lacks: it is older than its database.`;
    if (now !== checksum)
      return `Migration ${name} was changed after it had been applied: restore it and write a new migration instead.`;
  }
  return undefined;
}

async function applyOne(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.sql);
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
      file.name,
      file.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** Classes 53 and 57: the database lacks room or is being stopped, whatever the migration says. */
const isNotTheMigrations = (error: unknown): boolean =>
  /^5[37]/.test((error as { code?: string }).code ?? '');

/** "line 12" of the migration that a PostgreSQL error points to. */
function placeOf(error: unknown, sql: string): string {
  const position = Number((error as { position?: string }).position);
  return Number.isFinite(position) ? ` (line ${sql.slice(0, position).split('\n').length})` : '';
}

async function applyAll(
  client: pg.Client,
  files: readonly MigrationFile[],
  log: Log,
): Promise<Result<string[], string>> {
  await client.query(
    `create table if not exists schema_migration (
       name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration',
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const problem = disagreement(files, applied);
  if (problem !== undefined) return refuse(problem);

  const fresh: string[] = [];
  for (const file of files.filter((each) => !applied.has(each.name))) {
    try {
      await applyOne(client, file);
    } catch (error) {
      if (isNotTheMigrations(error)) throw error;
      return refuse(`Migration ${file.name}${placeOf(error, file.sql)} failed: ${(error as Error).message}`);
    }
    log.info(`Migrated: ${file.name}`);
    fresh.push(file.name);
  }
  return done(fresh);
}

/**
 * Brings the database at `url` up to the numbered `.sql` files of `folder`, each in a transaction of its own. Several
 * processes may start at once: one migrates, the others wait. Returns the names applied now; refuses (one line) a
 * changed or unknown applied migration and one that fails. Throws when the database cannot be reached.
 */
export async function migrate(
  url: string,
  { folder, log = silentLog }: MigrateOptions,
): Promise<Result<string[], string>> {
  const files = await migrationFiles(folder);
  if (!files.ok) return files;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('set client_min_messages = warning');
    // A lock of the session, not of a transaction: it is gone by itself when this process is killed.
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await applyAll(client, files.value, log);
  } finally {
    await client.end();
  }
}
