import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { ConceptId } from '#domains/vocabulary/index.ts';

const published = (db: Database) =>
  db
    .selectFrom('practice_place as pp')
    .innerJoin('practice as p', 'p.id', 'pp.practice_id')
    .where('p.state', '=', 'published');

/** How many published practices each place has; places without one are left out. */
export async function countsByPlace(db: Database): Promise<Map<string, number>> {
  const rows = await published(db)
    .select(['pp.place_id as place', sql<number>`count(*)::int`.as('count')])
    .groupBy('pp.place_id')
    .execute();
  return new Map(rows.map(({ place, count }) => [place, count]));
}

/** The numbers of each place's published practices, those of the latest years first, at most `most` a place. */
export async function latestAtPlaces(
  db: Database,
  placeIds: readonly string[],
  most: number,
): Promise<{ place: string; id: number }[]> {
  if (placeIds.length === 0) return [];
  return await db
    .selectFrom(
      published(db)
        .select(['pp.place_id as place', 'p.id'])
        .select(
          sql<number>`row_number() over (partition by pp.place_id order by p.course is not distinct from 'planned',
            coalesce(p.year_end, p.year_start) desc nulls last, p.id)`.as('rank'),
        )
        .where('pp.place_id', 'in', [...placeIds])
        .as('ranked'),
    )
    .select(['place', 'id'])
    .where('rank', '<=', most)
    .orderBy('place')
    .orderBy('rank')
    .execute();
}

/** The published practices with this concept that lie in one place only: what they say is said of that place. */
const soleWith = (db: Database, conceptId: ConceptId) =>
  published(db)
    .innerJoin('practice_concept as pc', 'pc.practice_id', 'p.id')
    .where('pc.concept_id', '=', conceptId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('practice_place as other')
            .select('other.practice_id')
            .whereRef('other.practice_id', '=', 'p.id')
            .whereRef('other.place_id', '<>', 'pp.place_id'),
        ),
      ),
    );

/** The places of which a published practice says this concept. */
export async function placesSaid(db: Database, conceptId: ConceptId): Promise<Set<string>> {
  const rows = await soleWith(db, conceptId).select('pp.place_id as place').distinct().execute();
  return new Set(rows.map(({ place }) => place));
}

/** The numbers of the published practices that say this concept of the place, the first `most` of them. */
export async function sayingOf(
  db: Database,
  placeId: string,
  conceptId: ConceptId,
  most: number,
): Promise<number[]> {
  const rows = await soleWith(db, conceptId)
    .select('p.id')
    .where('pp.place_id', '=', placeId)
    .orderBy('p.id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** The concepts of one scheme that a place's published practices carry, by code, and how many carry each. */
export async function conceptCountsAt(
  db: Database,
  placeId: string,
  scheme: string,
): Promise<Map<string, number>> {
  const rows = await published(db)
    .innerJoin('practice_concept as pc', 'pc.practice_id', 'p.id')
    .innerJoin('concept as c', 'c.id', 'pc.concept_id')
    .select(['c.code', sql<number>`count(*)::int`.as('count')])
    .where('pp.place_id', '=', placeId)
    .where('c.scheme_id', '=', scheme)
    .groupBy('c.code')
    .execute();
  return new Map(rows.map(({ code, count }) => [code, count]));
}
