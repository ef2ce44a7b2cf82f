import { sql, type QueryExecutorProvider } from 'kysely';
import { CAP } from './statistics.ts';

/** Kinds with fewer documents are searched whole. */
const LARGE = 25_000;

/**
 * Counts everything anew, and lays large kinds in the order of their standing with levels and frequencies.
 * Readers go on reading but for the moment in which the new table takes the old one's place; whoever writes a document
 * waits. Some two minutes for a million documents.
 */
export async function arrangeIndex(
  db: QueryExecutorProvider,
  { large = LARGE, leastFrequent = Math.round(CAP / 5) } = {},
): Promise<void> {
  await sql`select search_arrange(${large}::integer, ${leastFrequent}::integer)`.execute(db);
}
