import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/connect.ts';
import { batches } from './batches.ts';

/** What the seed has put where: `content` is the digest of the seed's row. */
export type Mark = { key: string; content: string };

/** `rowKey` of a stored row, whose table goes by the name `alias`. */
export const storedKey = (key: string[], alias: string): RawBuilder<string> =>
  sql<string>`concat_ws(' ', ${sql.join(key.map((column) => sql`${sql.ref(`${alias}.${column}`)}::text`))})`;

export async function readMarks(db: Database, table: string): Promise<Mark[]> {
  return await db
    .selectFrom('seed_row')
    .select(['row_key as key', 'content_digest as content'])
    .where('table_name', '=', table)
    .execute();
}

/**
 * The rows of a table by their keys, and whether each is as the seed left it. It is compared over the columns that the
 * seed filled then, so a column that came later changes nothing.
 */
export async function storedRows(db: Database, table: string, key: string[]): Promise<Map<string, boolean>> {
  const { rows } = await sql<{ key: string; untouched: boolean }>`
    select k.key, coalesce(m.stored_digest = md5(d.stored), false) as untouched
    from ${sql.table(table)} t
      cross join lateral (select ${storedKey(key, 't')} as key) k
      left join seed_row m on m.table_name = ${table} and m.row_key = k.key
      left join lateral (
        select jsonb_agg(to_jsonb(t) -> c.name order by c.n)::text as stored
        from unnest(m.stored_columns) with ordinality c (name, n)
      ) d on true`.execute(db);
  return new Map(rows.map((row) => [row.key, row.untouched]));
}

/** Notes rows as the seed has just written them, over these columns. */
export async function writeMarks(
  db: Database,
  { table, key, columns, marks }: { table: string; key: string[]; columns: string[]; marks: Mark[] },
): Promise<void> {
  for (const batch of batches(marks)) {
    const written = sql.join(batch.map((mark) => sql`(${mark.key}::text, ${mark.content}::text)`));
    await sql`
      insert into seed_row (table_name, row_key, content_digest, stored_digest, stored_columns)
      select ${table}, w.key, w.content, md5(jsonb_build_array(${sql.join(columns.map((c) => sql.ref(`t.${c}`)))})::text),
        ${columns}::text[]
      from (values ${written}) w (key, content) join ${sql.table(table)} t on ${storedKey(key, 't')} = w.key
      on conflict (table_name, row_key) do update set content_digest = excluded.content_digest,
        stored_digest = excluded.stored_digest, stored_columns = excluded.stored_columns`.execute(db);
  }
}
