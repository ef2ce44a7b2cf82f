import type { ActContext } from '#domains/accounts/index.ts';
import {
  askOwners,
  MOST_ATTEMPTS,
  purgeImports,
  purgeUnusedPictures,
  REINDEX_CONCERNED,
  reindexConcerned,
  TRANSLATE_PRACTICE,
  translateByMachine,
  type Machine,
} from '#domains/practices/index.ts';
import type { Concerned } from '#domains/vocabulary/index.ts';
import type { JobKind } from '#platform/queue/start-queue.ts';

type Asking = Pick<ActContext, 'db' | 'queue' | 'clock' | 'origin' | 'notice'> & Machine;
type Text = Parameters<typeof translateByMachine>[1];

/** A provider may be away for an evening: half a minute, a minute, two… */
const RETRIES = { limit: MOST_ATTEMPTS - 1, delaySeconds: 30, backoff: true };

/** The jobs of the room of practices. `context` is made when a job first needs it: the queue is not there before the jobs are. */
export const practiceJobs = (context: () => Asking): JobKind[] => [
  {
    name: 'ask-practice-owners',
    expiresAfter: 900,
    schedule: '40 5 * * *',
    work: async () => void (await askOwners(context())),
  },
  {
    name: 'purge-practice-imports',
    expiresAfter: 300,
    schedule: '50 2 * * *',
    work: async () => {
      const { db, clock } = context();
      await purgeImports(db, clock);
    },
  },
  {
    name: 'purge-pictures',
    expiresAfter: 900,
    schedule: '10 3 * * *',
    work: async () => {
      const { db, clock } = context();
      await purgeUnusedPictures(db, clock);
    },
  },
  {
    name: TRANSLATE_PRACTICE,
    // The longest practice is some twenty requests, each of which may take its time.
    expiresAfter: 2700,
    retries: RETRIES,
    work: (data) => translateByMachine(context(), data as Text),
  },
  {
    name: REINDEX_CONCERNED,
    // Of a hundred thousand practices that all carry the concept.
    expiresAfter: 3600,
    work: async (data) => void (await reindexConcerned(context().db, data as Concerned)),
  },
];
