import { sql, type ExpressionBuilder } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { DB } from '#platform/database/schema.ts';

/** When practices were put here and last changed, and under which licence; `publishedOn` is a day, YYYY-MM-DD. */
export type Appearance = { id: number; publishedOn: string; changedAt: Date; licence: string };

/** In each group any one of the values: of concepts by id, of countries by code, of places by id. */
export type FeedTags = { conceptGroups: string[][]; countries: string[]; places: string[] };

type Row = ExpressionBuilder<DB & { p: Pick<DB['practice'], 'id'> }, 'p'>;

/** A feed tells what is new. Two tags that never meet would have all practices read, however many there are. */
const LOOKED_AT = 20_000;

const placed = (eb: Row) =>
  eb
    .selectFrom('practice_place as pp')
    .innerJoin('place as pl', 'pl.id', 'pp.place_id')
    .select(sql`1`.as('one'))
    .whereRef('pp.practice_id', '=', 'p.id');

/** The published practices put here last, newest first; those that a feed's tags ask for among the newest 20,000. */
export async function lastPublished(db: Database, tags: FeedTags, limit: number): Promise<Appearance[]> {
  let query = db
    .selectFrom((eb) =>
      eb
        .selectFrom('practice')
        .select(['id', 'published_on as publishedOn', 'changed_at as changedAt', 'licence'])
        .where('state', '=', 'published')
        .orderBy('published_on', 'desc')
        .orderBy('id', 'desc')
        .limit(LOOKED_AT)
        .as('p'),
    )
    .select(['p.id', 'p.publishedOn', 'p.changedAt', 'p.licence']);
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
  return await query.orderBy('p.publishedOn', 'desc').orderBy('p.id', 'desc').limit(limit).execute();
}
