import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import { purgePictures } from '#services/pictures/index.ts';
import { picturesInUse } from '../store/pictures.ts';

/**
 * Forgets pictures that no reader sees and nobody is writing about, once their period of retention has passed. Run every night; no person
 * does it, and so nobody is asked. Returns how many went.
 */
export const purgeUnusedPictures = (db: Database, clock: Clock): Promise<number> =>
  db.transaction().execute((trx) => purgePictures(trx, picturesInUse, clock.now()));
