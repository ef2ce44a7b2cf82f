import type { Database } from '#platform/database/connect.ts';
import { practiceIdentifier } from '../rules/identifier.ts';
import { dimensionsBySlug } from '../store/practices.ts';

/** What a practice's cover is drawn from: its identifier and the codes of the dimensions that it serves. */
export async function coverDimensions(
  db: Database,
  slug: string,
): Promise<{ identifier: string; dimensions: string[] } | undefined> {
  const row = await dimensionsBySlug(db, slug);
  return row && { identifier: practiceIdentifier(row.id), dimensions: row.dimensions };
}
