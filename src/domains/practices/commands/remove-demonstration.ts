import { readDemonstration, removeDemonstrationAccounts } from '#domains/accounts/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import { deleteDraftsOf, deletePracticesOf } from '../store/demonstration.ts';
import { indexPractices } from './index-practices.ts';
import { personalPractices } from './personal-practices.ts';

/**
 * Removes the demonstration for good: its accounts, its invented towns, their drafts, and what they published, with its search and
 * documents; all or nothing. What other people wrote stays, and the log of acts, without the names. Returns how many accounts.
 */
export async function removeDemonstration(db: Database, clock: Clock): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const demonstration = await readDemonstration(trx);
    await deleteDraftsOf(trx, demonstration);
    await indexPractices(trx, await deletePracticesOf(trx, demonstration));
    return removeDemonstrationAccounts(trx, clock, [personalPractices]);
  });
}
