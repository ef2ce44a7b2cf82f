import { sql } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#platform/database/connect.ts';
import type { Queue } from '#platform/queue/queue.ts';
import { documentDigest, templateVersion } from './document-digest.ts';
import { LOST_AFTER_S, MOST_OF_A_READER, MOST_UNFINISHED, PATIENCE_MS, RETRY_AFTER_S } from './limits.ts';
import type { DocumentAnswer, DocumentRequest } from './model.ts';
import { askedBy, readerAt, rememberAsked } from './reader-share.ts';
import { SET_DOCUMENT } from './set-document.ts';
import { touchDocument } from './touch-document.ts';

const LOOK_MS = 40;

export interface RequestOptions {
  readonly patienceMs?: number;
  readonly mostUnfinished?: number;
}

/**
 * Asks for a document: the one that is kept, or one job for all who ask, of which `patienceMs` are awaited. One that could
 * not be set is tried again. What a reader may ask is decided before.
 */
export async function requestDocument(
  db: Database,
  queue: Queue,
  request: DocumentRequest,
  { patienceMs = PATIENCE_MS, mostUnfinished = MOST_UNFINISHED }: RequestOptions = {},
): Promise<DocumentAnswer> {
  const digest = documentDigest(request);
  const known = await stateOf(db, digest);
  if (known?.state === 'ready') {
    await touchDocument(db, digest);
    return { state: 'ready', digest, file: known.file };
  }
  if (!(await askFor(db, queue, digest, request, mostUnfinished)))
    return { state: 'busy', retryAfterSeconds: RETRY_AFTER_S };

  const end = performance.now() + patienceMs;
  for (;;) {
    const now = await stateOf(db, digest);
    if (now?.state === 'ready') return { state: 'ready', digest, file: now.file };
    if (now?.state === 'failed') return { state: 'failed', digest };
    if (performance.now() > end) return { state: 'waiting', digest };
    await sleep(LOOK_MS);
  }
}

async function stateOf(db: Database, digest: string): Promise<{ state: string; file: string } | undefined> {
  const row = await db
    .selectFrom('document')
    .select(['state', 'file_name as fileName'])
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row && { state: row.state, file: `${row.fileName}.pdf` };
}

/** Writes the request and its job; where it is under way already only the job, if that was lost. False: too many of its template wait, or too many of this reader's. */
async function askFor(
  db: Database,
  queue: Queue,
  digest: string,
  { template, language, title, fileName, madeFrom, about = [], askedFrom = '', data }: DocumentRequest,
  mostUnfinished: number,
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    // Counted and written in turn, or many who ask at once would all be let in.
    await sql`select pg_advisory_xact_lock(hashtext('document'))`.execute(trx);
    const unfinished = await unfinishedNow(trx);
    if (unfinished.some((other) => other.digest === digest)) {
      // Its job may have used up its tries; one that still waits or runs keeps this one out by its key.
      await queue.send(trx, SET_DOCUMENT, { digest }, digest);
      return true;
    }
    const alike = unfinished.filter((other) => other.template === template);
    if (alike.length >= mostUnfinished) return false;
    const reader = readerAt(askedFrom);
    const known = reader === undefined ? new Set() : askedBy(reader);
    const own = alike.map((other) => other.digest).filter((other) => known.has(other));
    if (own.length >= MOST_OF_A_READER) return false;
    if (reader !== undefined) rememberAsked(reader, [...own, digest]);
    const fresh = {
      state: 'waiting',
      language,
      title,
      file_name: fileName,
      made_from: madeFrom,
      about: [...about],
      template,
      template_version: templateVersion(template),
      data: JSON.stringify(data),
      asked_at: sql<Date>`now()`,
      begun_at: null,
    };
    const written = await trx
      .insertInto('document')
      .values({ digest, ...fresh })
      .onConflict((conflict) =>
        conflict.column('digest').doUpdateSet(fresh).where('document.state', '<>', 'ready'),
      )
      .returning('digest')
      .execute();
    if (written.length > 0) await queue.send(trx, SET_DOCUMENT, { digest }, digest);
    return true;
  });
}

/** What waits or is being set, but for what was lost. */
async function unfinishedNow(trx: Database): Promise<{ digest: string; template: string }[]> {
  return await trx
    .selectFrom('document')
    .select(['digest', 'template'])
    .where('state', 'in', ['waiting', 'setting'])
    .where('asked_at', '>', sql<Date>`now() - ${LOST_AFTER_S} * interval '1 second'`)
    .execute();
}
