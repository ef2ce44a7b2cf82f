import { sql, type Expression, type QueryExecutorProvider } from 'kysely';

/** Takes a document out of the index; nothing happens if it is not there. */
export async function removeDocument(
  db: QueryExecutorProvider,
  { kind, ref }: { kind: string; ref: number },
): Promise<void> {
  await sql`delete from search_document where kind = ${kind} and ref = ${ref}::bigint`.execute(db);
}

/**
 * Takes out the documents of a range of numbers (above `after`, up to `upTo` or without end) but those to keep: `keep` reads the
 * numbers in this range that have a document. A query and no list, so that it is read at the very moment of taking out: what was
 * written meanwhile, the thing and its document together, stays.
 */
export async function removeOthers(
  db: QueryExecutorProvider,
  kind: string,
  { after, upTo, keep }: { after: number; upTo: number | null; keep: Expression<{ id: number }> },
): Promise<void> {
  await sql`delete from search_document where kind = ${kind} and ref > ${after}::bigint
    and (${upTo}::bigint is null or ref <= ${upTo}::bigint) and ref not in ${keep}`.execute(db);
}
