import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import { LOST_AFTER_S } from './limits.ts';

/** The job that clears away what nobody asks for or reads any more. */
export const PURGE_DOCUMENTS = 'purge-documents';

/**
 * Removes documents that nobody has asked for or read during the retention period, and the longest unasked beyond its megabytes.
 * Those being set stay, unless they were lost. Returns how many went.
 */
export async function purgeDocuments(db: Database): Promise<number> {
  const { numAffectedRows } = await sql`
    with kept as (select days, most_megabytes from retention_period where subject = 'document'),
      finished as (
        select digest, asked_at, sum(coalesce(size_bytes, 0)) over (order by asked_at desc, digest) as bytes
        from document where state in ('ready', 'failed')
          or asked_at < now() - ${LOST_AFTER_S}::int * interval '1 second')
    delete from document where digest in (
      select digest from finished, kept
      where asked_at < now() - days * interval '1 day' or bytes > most_megabytes * 1048576::bigint)`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
}
