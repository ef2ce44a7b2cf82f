import { sql } from 'kysely';
import type { Database } from './connect.ts';
import { migrationFiles } from './migration-files.ts';
import { migrationsFolder } from '../project-root.ts';

/** Whether pages can be served; `missing` says what is not there yet. */
export type Readiness =
  { readonly ready: true } | { readonly ready: false; readonly missing: 'database' | 'migrations' };

/** Asks the database whether it answers and has every migration of `folder`. Never throws. */
export async function readiness(db: Database, folder = migrationsFolder()): Promise<Readiness> {
  const files = await migrationFiles(folder);
  if (!files.ok) return { ready: false, missing: 'migrations' };
  try {
    const { rows } = await sql<{ name: string }>`select name from schema_migration`.execute(db);
    const applied = new Set(rows.map((row) => row.name));
    return files.value.every((file) => applied.has(file.name))
      ? { ready: true }
      : { ready: false, missing: 'migrations' };
  } catch (error) {
    // 42P01: no such table, so the database answers and is empty.
    return {
      ready: false,
      missing: (error as { code?: string }).code === '42P01' ? 'migrations' : 'database',
    };
  }
}
