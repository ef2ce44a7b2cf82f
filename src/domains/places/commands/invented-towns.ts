import type { Database } from '#platform/database/connect.ts';
import { readSeed } from '#platform/seed/read-seed.ts';
import {
  deleteInventedTowns,
  insertInventedTowns,
  inventedTownIds,
  type InventedTown,
} from '../store/invented-towns.ts';

/**
 * Makes the towns of `db/seed/demonstration/`, in the transaction that makes the demonstration accounts. They are places for teams alone:
 * no list, map, count, comparison or search shows them, and no practice can lie in one. Returns their ids.
 */
export async function makeInventedTowns(trx: Database): Promise<string[]> {
  await insertInventedTowns(trx, await readSeed<InventedTown[]>('demonstration/towns.json'));
  return inventedTownIds(trx);
}

/** Removes them, in the transaction that has let go of all that points at them. */
export async function removeInventedTowns(trx: Database): Promise<void> {
  await deleteInventedTowns(trx);
}
