import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { loadRows } from './load-rows.ts';
import { removeDeparted, type RemovedPart } from './remove-departed.ts';
import type { SeedTable } from './seed-table.ts';

/**
 * Brings all tables of the seed to what it says now, in their order (what a row hangs on comes first): rows that left the
 * seed go, the others are written, and the things that any of them is a part of count as changed. Give a transaction.
 */
export async function loadTables(db: Database, tables: SeedTable[]): Promise<void> {
  // First, for what left may hold a unique name that another row has now.
  const touched: RemovedPart[] = await removeDeparted(db, tables);
  for (const seed of tables) {
    const { partOf } = seed;
    const written = await loadRows(db, seed);
    if (partOf) touched.push(...written.map((row) => ({ partOf, id: String(row[partOf.column]) })));
  }
  // And again, for what only rows now rewritten referred to.
  touched.push(...(await removeDeparted(db, tables)));
  await moveMoments(db, touched);
}

async function moveMoments(db: Database, touched: RemovedPart[]): Promise<void> {
  const groups = Map.groupBy(touched, ({ partOf }) => `${partOf.table} ${partOf.moment}`);
  for (const parts of groups.values()) {
    const [first] = parts;
    if (!first) continue;
    const ids = [...new Set(parts.map(({ id }) => id))];
    await sql`update ${sql.table(first.partOf.table)} set ${sql.ref(first.partOf.moment)} = now()
      where id::text = any(${ids})`.execute(db);
  }
}
