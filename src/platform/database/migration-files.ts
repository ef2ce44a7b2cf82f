import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { done, refuse, type Result } from '#platform/result.ts';

/** One numbered migration: `name` is its file name, `checksum` the SHA-256 of its text in hexadecimal. */
export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const numbered = /^(\d{4})_[a-z0-9_-]+\.sql$/;

/**
 * The migrations of a folder in their order. Refuses a folder without any, which is the wrong one or half a copy of Nacre,
 * a name without its four-digit number, and a number used twice.
 */
export async function migrationFiles(folder: string): Promise<Result<MigrationFile[], string>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.sql')).sort();
  if (names.length === 0)
    return refuse(`There are no migrations in ${folder}: this copy of Nacre is not whole.`);
  const seen = new Map<string, string>();
  for (const name of names) {
    const number = numbered.exec(name)?.[1];
    if (number === undefined) return refuse(`Migration ${name} must be named like 0001_what_it_does.sql.`);
    const twin = seen.get(number);
    if (twin !== undefined) return refuse(`Migrations ${twin} and ${name} have the same number.`);
    seen.set(number, name);
  }
  const files = names.map(async (name) => {
    const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
  return done(await Promise.all(files));
}
