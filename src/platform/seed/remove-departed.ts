import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { readMarks, storedKey, storedRows } from './seed-marks.ts';
import { rowKey, type SeedTable } from './seed-table.ts';

type Departed = {
  table: string;
  key: string[];
  partOf: SeedTable['partOf'];
  /** Rows that the seed has put there and no longer has. */
  all: Set<string>;
  /** Those of them that may go. */
  free: Set<string>;
};

type Reference = {
  child: string;
  parent: string;
  childColumns: string[];
  parentColumns: string[];
  /** Whether the child is part of the parent and would go with it. */
  isPart: boolean;
};

type Link = { from: string | null; to: string };

/** The part of a thing that was removed: the thing is the row `id` of `partOf.table`. */
export type RemovedPart = { partOf: NonNullable<SeedTable['partOf']>; id: string };

/**
 * Removes the rows that the seed once put there and no longer has. What a person changed stays, and so does all that it
 * hangs on, and every part of a thing that stays: a practice is removed whole or not at all. Give all the seed's tables,
 * in the order in which they are filled.
 */
export async function removeDeparted(db: Database, tables: SeedTable[]): Promise<RemovedPart[]> {
  const departed = await departedRows(db, tables);
  if (departed.size === 0) return [];
  await holdBack(db, departed);
  const removed: RemovedPart[] = [];
  for (const { table, key, partOf, free } of [...departed.values()].reverse()) {
    if (free.size === 0) continue;
    const part = partOf ? sql`${sql.ref(`t.${partOf.column}`)}::text` : sql`''`;
    const { rows } = await sql<{ id: string }>`delete from ${sql.table(table)} t
      where ${storedKey(key, 't')} = any(${[...free]}) returning ${part} as id`.execute(db);
    // Forgotten too: should the seed have them again, they come back.
    await db
      .deleteFrom('seed_row')
      .where('table_name', '=', table)
      .where('row_key', 'in', [...free])
      .execute();
    if (partOf) removed.push(...rows.map(({ id }) => ({ partOf, id })));
  }
  return removed;
}

async function departedRows(db: Database, tables: SeedTable[]): Promise<Map<string, Departed>> {
  const present = new Map<string, Set<string>>();
  for (const { table, key, rows } of tables) {
    const keys = present.get(table) ?? new Set();
    for (const row of rows) keys.add(rowKey(row, key));
    present.set(table, keys);
  }
  const found = new Map<string, Departed>();
  for (const [table, keys] of present) {
    const gone = (await readMarks(db, table)).map((mark) => mark.key).filter((key) => !keys.has(key));
    const seed = tables.find((each) => each.table === table);
    if (gone.length === 0 || !seed) continue;
    const stored = await storedRows(db, table, seed.key);
    const free = new Set(gone.filter((key) => stored.get(key) === true));
    found.set(table, { table, key: seed.key, partOf: seed.partOf, all: new Set(gone), free });
  }
  return found;
}

/** Takes out of `free` what something that stays refers to, and the parts of what stays. */
async function holdBack(db: Database, departed: ReadonlyMap<string, Departed>): Promise<void> {
  const links = await Promise.all(
    (await references(db, [...departed.keys()])).map(async (reference) => ({
      child: departed.get(reference.child),
      parent: departed.get(reference.parent),
      isPart: reference.isPart,
      links: await linksOf(db, reference, departed),
    })),
  );
  for (let held = true; held;) {
    held = false;
    for (const { child, parent, isPart, links: pairs } of links) {
      for (const { from, to } of pairs) {
        const childGoes = from !== null && child?.free.has(from) === true;
        const parentGoes = parent?.free.has(to) === true;
        if (parentGoes && !childGoes) held = parent.free.delete(to);
        if (isPart && childGoes && !parentGoes) held = child.free.delete(from);
      }
    }
  }
}

async function references(db: Database, parents: string[]): Promise<Reference[]> {
  const names = (table: 'conrelid' | 'confrelid', columns: 'conkey' | 'confkey') => sql<string[]>`(
    select array_agg(a.attname::text order by k.n) from unnest(${sql.ref(columns)}) with ordinality k (number, n)
      join pg_attribute a on a.attrelid = ${sql.ref(table)} and a.attnum = k.number)`;
  const { rows } = await sql<Reference>`
    select conrelid::regclass::text as child, confrelid::regclass::text as parent, confdeltype = 'c' as "isPart",
      ${names('conrelid', 'conkey')} as "childColumns", ${names('confrelid', 'confkey')} as "parentColumns"
    from pg_constraint where contype = 'f' and confrelid = any(${parents}::text[]::regclass[])`.execute(db);
  return rows;
}

/** Which stored rows refer to departed rows; `from` is null where the seed has nothing to remove. */
async function linksOf(
  db: Database,
  { child, parent, childColumns, parentColumns }: Reference,
  departed: ReadonlyMap<string, Departed>,
): Promise<Link[]> {
  const target = departed.get(parent);
  const source = departed.get(child);
  if (!target) return [];
  const pairs = childColumns.map(
    (column, n) => sql`${sql.ref(`c.${column}`)} = ${sql.ref(`p.${parentColumns[n]}`)}`,
  );
  const { rows } = await sql<Link>`
    select ${source ? storedKey(source.key, 'c') : sql`null`} as "from", ${storedKey(target.key, 'p')} as "to"
    from ${sql.table(child)} c join ${sql.table(parent)} p on ${sql.join(pairs, sql` and `)}
    where ${storedKey(target.key, 'p')} = any(${[...target.all]})`.execute(db);
  return rows;
}
