import { purgePeople } from '#domains/accounts/index.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import type { JobKind } from '#platform/queue/start-queue.ts';

/** What is kept of people for a while and no longer: cleared every night. */
export const peopleJobs = (db: Database): JobKind[] => [
  {
    name: 'purge-people',
    expiresAfter: 300,
    schedule: '40 2 * * *',
    work: async () => void (await purgePeople(db, systemClock)),
  },
];
