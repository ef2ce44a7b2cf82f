import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { NumberRange } from '../rules/sitemap-part.ts';

/** The published practices whose numbers lie in the range: their addresses and when they last changed. */
export async function publishedSlugs(
  db: Database,
  { from, before }: NumberRange,
): Promise<{ slug: string; changedAt: Date }[]> {
  return await db
    .selectFrom('practice')
    .select(['slug', 'changed_at as changedAt'])
    .where('state', '=', 'published')
    .where('id', '>=', from)
    .where('id', '<', before)
    .orderBy('id')
    .execute();
}

/** For each span of `size` numbers that holds a published practice: its lowest possible number, and the last change in it. */
export async function publishedSpans(
  db: Database,
  size: number,
): Promise<{ from: number; changedAt: Date }[]> {
  return await db
    .selectFrom('practice')
    .select((eb) => [
      sql<number>`id / ${sql.lit(size)} * ${sql.lit(size)}`.as('from'),
      eb.fn.max('changed_at').as('changedAt'),
    ])
    .where('state', '=', 'published')
    .groupBy('from')
    .orderBy('from')
    .execute();
}
