import { sql, type ExpressionBuilder } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { DB } from '#platform/database/schema.ts';

/** When practices were put here and last changed, and under which licence; `publishedOn` is a day, YYYY-MM-DD. */
export type Appearance = { id: number; publishedOn: string; changedAt: Date; licence: string };

/** In each group any one of the values: of concepts by id, of countries by code, of places by id. */
export type FeedTags = { conceptGroups: string[][]; countries: string[]; places: string[] };

type Row = ExpressionBuilder<DB & { p: DB['practice'] }, 'p'>;

const placed = (eb: Row) =>
  eb
    .selectFrom('practice_place as pp')
    .innerJoin('place as pl', 'pl.id', 'pp.place_id')
    .select(sql`1`.as('one'))
    .whereRef('pp.practice_id', '=', 'p.id');

/** The published practices put here last, newest first. */
export async function lastPublished(db: Database, tags: FeedTags, limit: number): Promise<Appearance[]> {
  let query = db
    .selectFrom('practice as p')
    .select(['p.id', 'p.published_on as publishedOn', 'p.changed_at as changedAt', 'p.licence'])
    .where('p.state', '=', 'published');
  for (const ids of tags.conceptGroups)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('practice_concept as pc')
          .select(sql`1`.as('one'))
          .whereRef('pc.practice_id', '=', 'p.id')
          .where('pc.concept_id', 'in', ids),
      ),
    );
  if (tags.countries.length > 0)
    query = query.where((eb) => eb.exists(placed(eb).where('pl.country_code', 'in', tags.countries)));
  if (tags.places.length > 0)
    query = query.where((eb) => eb.exists(placed(eb).where('pl.id', 'in', tags.places)));
  return await query.orderBy('p.published_on', 'desc').orderBy('p.id', 'desc').limit(limit).execute();
}
