import type { Database } from '#platform/database/connect.ts';
import type { Practice } from '../model.ts';
import { partnersOf } from './practice-rows.ts';

/** Facts of a practice that its card does not show. */
export type SheetFacts = Pick<
  Practice,
  'id' | 'organiser' | 'costEur' | 'partners' | 'licence' | 'verifiedOn' | 'publishedOn'
>;

/** These facts of the published ones among `ids`, by number. */
export async function sheetFacts(db: Database, ids: readonly number[]): Promise<Map<number, SheetFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('practice as p')
    .select(['p.id', 'p.organiser', 'p.cost_eur as costEur', 'p.licence'])
    .select(['p.verified_on as verifiedOn', 'p.published_on as publishedOn', partnersOf.as('partners')])
    .where('p.id', 'in', [...ids])
    .where('p.state', '=', 'published')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The published ones among `ids`, in their order. */
export async function publishedAmong(db: Database, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('practice')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', '=', 'published')
    .execute();
  const published = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => published.has(id));
}
