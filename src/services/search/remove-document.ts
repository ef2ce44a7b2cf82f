import { sql, type QueryExecutorProvider } from 'kysely';

/** Takes a document out of the index; nothing happens if it is not there. */
export async function removeDocument(
  db: QueryExecutorProvider,
  { kind, ref }: { kind: string; ref: number },
): Promise<void> {
  await sql`delete from search_document where kind = ${kind} and ref = ${ref}::bigint`.execute(db);
}

/** Takes every document of a kind out of the index: before all of them are written anew, so that none outlives its thing. */
export async function removeKind(db: QueryExecutorProvider, kind: string): Promise<void> {
  await sql`delete from search_document where kind = ${kind}`.execute(db);
}
