import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { Log } from '#platform/log.ts';
import { purgeDocuments } from './purge-documents.ts';
import type { Typesetter } from './typesetter.ts';

/** The job that sets one document. */
export const SET_DOCUMENT = 'set-document';

/**
 * Sets the document of this digest and keeps its file; says in the log why one could not be set. One that is set already is
 * left. Throws when the typesetter gave it up because Nacre stops: it stays in the making, and its job is done again.
 */
export async function setDocument(
  db: Database,
  typesetter: Typesetter,
  digest: string,
  log: Log,
): Promise<void> {
  const asked = await db
    .updateTable('document')
    .set({ state: 'setting', begun_at: sql<Date>`now()` })
    .where('digest', '=', digest)
    .where('state', 'in', ['waiting', 'setting'])
    .returning(['template', 'data'])
    .executeTakeFirst();
  if (!asked || asked.data === null) return;

  const outcome = await typesetter.set({ template: asked.template, data: asked.data });
  await db
    .updateTable('document')
    .set(
      outcome.ok
        ? {
            state: 'ready',
            content: Buffer.from(outcome.pdf),
            size_bytes: outcome.pdf.byteLength,
            page_count: outcome.pages,
            made_at: sql<Date>`now()`,
            data: null,
          }
        : { state: 'failed', data: null },
    )
    .where('digest', '=', digest)
    .execute();
  if (outcome.ok) await purgeDocuments(db);
  else
    log.error('A document could not be set', { digest, template: asked.template, problem: outcome.problem });
}
