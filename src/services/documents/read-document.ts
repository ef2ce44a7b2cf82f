import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import { LOST_AFTER_S } from './limits.ts';
import type { DocumentFile, DocumentProgress } from './model.ts';
import { touchDocument } from './touch-document.ts';

/** What was asked for before this and is not there yet will never be. */
const lost = sql`now() - ${LOST_AFTER_S}::int * interval '1 second'`;

const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Where the document of this digest stands; undefined where there is none, or none any more. To know that it is there is to read it: that keeps it. */
export async function documentProgress(db: Database, digest: string): Promise<DocumentProgress | undefined> {
  if (!isDigest(digest)) return undefined;
  const { rows } = await sql<{
    state: DocumentProgress['state'];
    madeFrom: string;
    fileName: string;
    ahead: number;
  }>`
    select case when state in ('waiting', 'setting') and asked_at < ${lost} then 'failed' else state end as state, made_from as "madeFrom", file_name as "fileName",
      (select count(*)::int from document as other
       where other.state in ('waiting', 'setting') and other.asked_at >= ${lost} and other.asked_at < d.asked_at) as ahead
    from document as d where digest = ${digest}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { state, madeFrom, fileName, ahead } = row;
  switch (state) {
    case 'waiting':
      return { state, digest, madeFrom, ahead };
    case 'ready':
      await touchDocument(db, digest);
      return { state, digest, madeFrom, file: `${fileName}.pdf` };
    case 'setting':
    case 'failed':
      return { state, digest, madeFrom };
  }
}

/** A document's file; undefined where it is not there. What is read is kept. */
export async function documentFile(db: Database, digest: string): Promise<DocumentFile | undefined> {
  if (!isDigest(digest)) return undefined;
  const row = await db
    .selectFrom('document')
    .select(['file_name as fileName', 'media_type as mediaType', 'content', 'language'])
    .where('digest', '=', digest)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  if (!row?.content) return undefined;
  await touchDocument(db, digest);
  const { fileName, mediaType, content, language } = row;
  return { file: `${fileName}.pdf`, mediaType, content, language };
}
