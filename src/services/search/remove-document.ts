import { sql, type QueryExecutorProvider } from 'kysely';

/** Takes a document out of the index; nothing happens if it is not there. */
export async function removeDocument(
  db: QueryExecutorProvider,
  { kind, ref }: { kind: string; ref: number },
): Promise<void> {
  await sql`delete from search_document where kind = ${kind} and ref = ${ref}::bigint`.execute(db);
}

/** Takes out the documents of a range of numbers (above `after`, up to `upTo` or without end) but those to keep. */
export async function removeOthers(
  db: QueryExecutorProvider,
  kind: string,
  { after, upTo, keep }: { after: number; upTo: number | null; keep: readonly number[] },
): Promise<void> {
  await sql`delete from search_document where kind = ${kind} and ref > ${after}::bigint
    and (${upTo}::bigint is null or ref <= ${upTo}::bigint) and not ref = any(${keep}::bigint[])`.execute(db);
}
