import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/** Everything that any kept document is about. */
export async function documentSubjects(db: Database): Promise<string[]> {
  const { rows } = await sql<{
    subject: string;
  }>`select distinct unnest(about) as subject from document`.execute(db);
  return rows.map(({ subject }) => subject);
}

/** Removes every document that is about any of these, in the transaction that withdraws them. Returns how many went. */
export async function removeDocumentsAbout(trx: Database, subjects: readonly string[]): Promise<number> {
  if (subjects.length === 0) return 0;
  const { numAffectedRows } = await sql`delete from document where about && ${[...subjects]}::text[]`.execute(
    trx,
  );
  return Number(numAffectedRows ?? 0);
}
