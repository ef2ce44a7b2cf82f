import type { Database } from '#platform/database/connect.ts';
import type { Cover } from '../model.ts';
import { coverOf } from '../rules/cover.ts';
import { publishedConceptIds } from '../store/practices.ts';

/** The cover of a published practice by its number. */
export async function practiceCover(db: Database, id: number): Promise<Cover | undefined> {
  const conceptIds = await publishedConceptIds(db, id);
  return conceptIds && coverOf(id, conceptIds);
}
