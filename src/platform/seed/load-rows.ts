import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { batches } from './batches.ts';
import { readMarks, storedRows, writeMarks } from './seed-marks.ts';
import { rowKey, type SeedRow, type SeedTable } from './seed-table.ts';

/**
 * Puts the seed's rows into one table, by natural key, and returns those that it wrote. A row that the seed has put there
 * before is updated only while it still is as the seed left it: what a person changed, removed or made first stays
 * theirs. Columns that the seed does not name are left to the table.
 */
export async function loadRows(db: Database, seed: SeedTable): Promise<SeedRow[]> {
  const { table, key, rows } = seed;
  const marks = new Map((await readMarks(db, table)).map((mark) => [mark.key, mark.content]));
  const wanted = rows.map((row) => ({ row, key: rowKey(row, key), content: digest(row) }));
  const changed = wanted.filter((entry) => marks.get(entry.key) !== entry.content);
  if (changed.length === 0) return [];

  const columns = Object.keys(rows[0] ?? {});
  const stored = await storedRows(db, table, key);
  const hasParents = await parentsIn(db, seed);
  const pending = changed.filter((entry) => hasParents(entry.row));
  const inserts = pending.filter((entry) => !marks.has(entry.key) && !stored.has(entry.key));
  const updates = pending.filter((entry) => marks.has(entry.key) && stored.get(entry.key) === true);

  for (const batch of batches(inserts)) {
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((c) => sql.ref(c)))})
      values ${sql.join(batch.map(({ row }) => sql`(${sql.join(columns.map((c) => row[c]))})`))}`.execute(db);
  }
  for (const { row } of updates) {
    await sql`update ${sql.table(table)} set ${sql.join(columns.map((c) => sql`${sql.ref(c)} = ${row[c]}`))}
      where ${sql.join(
        key.map((c) => sql`${sql.ref(c)} = ${row[c]}`),
        sql` and `,
      )}`.execute(db);
  }
  const written = [...inserts, ...updates];
  await writeMarks(db, { table, key, columns, marks: written });
  return written.map(({ row }) => row);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

/** Tells whether all that a row hangs on is there. */
async function parentsIn(db: Database, { parents = [] }: SeedTable): Promise<(row: SeedRow) => boolean> {
  const present = await Promise.all(
    parents.map(async ({ table, column, by = 'id' }) => {
      const { rows } = await sql<{ id: string }>`
        select ${sql.ref(by)}::text as id from ${sql.table(table)}`.execute(db);
      return { column, ids: new Set(rows.map(({ id }) => id)) };
    }),
  );
  return (row) =>
    present.every(({ column, ids }) => (row[column] ?? null) === null || ids.has(String(row[column])));
}
