import type { ActContext } from '#domains/accounts/index.ts';
import { askOwners, REINDEX_CONCERNED, reindexConcerned } from '#domains/practices/index.ts';
import type { Concerned } from '#domains/vocabulary/index.ts';
import type { JobKind } from '#platform/queue/start-queue.ts';

type Asking = Pick<ActContext, 'db' | 'queue' | 'clock' | 'origin' | 'notice'>;

/** The jobs of the room of practices. `context` is made when a job first needs it: the queue is not there before the jobs are. */
export const practiceJobs = (context: () => Asking): JobKind[] => [
  {
    name: 'ask-practice-owners',
    expiresAfter: 900,
    schedule: '40 5 * * *',
    work: async () => void (await askOwners(context())),
  },
  {
    name: REINDEX_CONCERNED,
    // Of a hundred thousand practices that all carry the concept.
    expiresAfter: 3600,
    work: async (data) => void (await reindexConcerned(context().db, data as Concerned)),
  },
];
