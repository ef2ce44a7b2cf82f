import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { Log } from '#platform/log.ts';
import { Interrupted } from '#platform/queue/interrupted.ts';
import { templateVersion } from './document-digest.ts';
import { OTHER_RELEASE_S } from './limits.ts';
import { purgeDocuments } from './purge-documents.ts';
import type { Typesetter } from './typesetter.ts';

/** The job that sets one document. */
export const SET_DOCUMENT = 'set-document';

/**
 * Sets the document of this digest and keeps its file; says in the log why one could not be set. One that is set already is
 * left. Throws when the typesetter gave it up because Nacre stops, and when a process of another release must set it: it stays in the
 * making, and its job is done again.
 */
export async function setDocument(
  db: Database,
  typesetter: Typesetter,
  digest: string,
  log: Log,
): Promise<void> {
  if (!(await isOurs(db, digest))) return;
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

/**
 * Whether this process has the templates, fonts and compiler that the digest names. Throws while a process that has them may still
 * take the job; later the document is failed, and asking for it again asks for one of today's.
 */
async function isOurs(db: Database, digest: string): Promise<boolean> {
  const asked = await db
    .selectFrom('document')
    .select(['template', 'template_version as version'])
    .select(sql<boolean>`asked_at < now() - ${OTHER_RELEASE_S}::int * interval '1 second'`.as('isOld'))
    .where('digest', '=', digest)
    .where('state', 'in', ['waiting', 'setting'])
    .executeTakeFirst();
  if (!asked) return false;
  if (asked.version === versionHere(asked.template)) return true;
  if (!asked.isOld) throw new Interrupted('left to a process of the release that it was asked of');
  await db
    .updateTable('document')
    .set({ state: 'failed', data: null })
    .where('digest', '=', digest)
    .where('state', 'in', ['waiting', 'setting'])
    .execute();
  return false;
}

/** Undefined where this release has no such template. */
function versionHere(template: string): string | undefined {
  try {
    return templateVersion(template);
  } catch {
    return undefined;
  }
}
