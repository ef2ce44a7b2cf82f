import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import { purgeRows } from '../store/purge.ts';

/** Forgets invitations and claims whose period of retention has passed. Run every night; no person does it, and so nobody is asked. */
export const purgePeople = (db: Database, clock: Clock): Promise<number> => purgeRows(db, clock.now());
