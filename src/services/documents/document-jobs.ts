import type { Database } from '#platform/database/connect.ts';
import type { Log } from '#platform/log.ts';
import type { JobKind } from '#platform/queue/start-queue.ts';
import { SETTING_MS, SETTING_RETRIES } from './limits.ts';
import { PURGE_DOCUMENTS, purgeDocuments } from './purge-documents.ts';
import { SET_DOCUMENT, setDocument } from './set-document.ts';
import type { Typesetter } from './typesetter.ts';

/** The jobs of this service, for the queue. */
export function documentJobs(db: Database, typesetter: Typesetter, log: Log): JobKind[] {
  return [
    {
      name: SET_DOCUMENT,
      expiresAfter: 60 + SETTING_MS / 1000,
      retries: SETTING_RETRIES,
      work: (data) => setDocument(db, typesetter, String((data as { digest?: unknown }).digest), log),
    },
    {
      name: PURGE_DOCUMENTS,
      expiresAfter: 300,
      schedule: '17 * * * *',
      work: async () => void (await purgeDocuments(db)),
    },
  ];
}
