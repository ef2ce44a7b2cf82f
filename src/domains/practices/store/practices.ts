import type { Database } from '#platform/database/connect.ts';
import type { Practice } from '../model.ts';
import { conceptIdsOf, partnersOf, picturesOf, placeIdsOf, sourcesOf, textsOf } from './practice-rows.ts';

function wholePractices(db: Database) {
  return db
    .selectFrom('practice as p')
    .select(['p.id', 'p.slug', 'p.original_language as originalLanguage', 'p.state', 'p.course'])
    .select([
      'p.year_start as yearStart',
      'p.year_end as yearEnd',
      'p.organiser',
      'p.cost_eur as costEur',
      'p.licence',
    ])
    .select(['p.verified_on as verifiedOn', 'p.published_on as publishedOn', 'p.changed_at as changedAt'])
    .select(['p.owner_id as ownerId', 'p.team_place_id as teamPlaceId'])
    .select([textsOf.as('texts'), placeIdsOf.as('placeIds'), conceptIdsOf.as('conceptIds')])
    .select([partnersOf.as('partners'), sourcesOf.as('sources'), picturesOf.as('pictures')]);
}

/** The practice at an address as it is now, archived or not. */
export async function practiceBySlug(db: Database, slug: string): Promise<Practice | undefined> {
  return (await wholePractices(db).where('p.slug', '=', slug).executeTakeFirst()) as Practice | undefined;
}

/**
 * Whole practices in the order of their numbers, `limit` at a time, after number `after`: for indexing them all.
 * Waits for those being changed and holds them until the transaction ends, so that no newer document is overwritten.
 */
export async function practicesAfter(trx: Database, after: number, limit: number): Promise<Practice[]> {
  return (await wholePractices(trx)
    .where('p.id', '>', after)
    .orderBy('p.id')
    .limit(limit)
    .forShare('p')
    .execute()) as Practice[];
}

/** Waits for these practices where they are being changed, and holds them until the transaction ends. */
export async function holdPractices(trx: Database, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .selectFrom('practice')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forShare()
    .execute();
}

/** The numbers of published practices above `after`, up to `upTo` or without end, as a query that is part of another. */
export function publishedBetween(db: Database, after: number, upTo: number | null) {
  const above = db
    .selectFrom('practice')
    .select('id')
    .where('state', '=', 'published')
    .where('id', '>', after);
  return upTo === null ? above : above.where('id', '<=', upTo);
}

/** Whole practices with these numbers, archived or not. */
export async function practicesById(db: Database, ids: readonly number[]): Promise<Practice[]> {
  if (ids.length === 0) return [];
  return (await wholePractices(db)
    .where('p.id', 'in', [...ids])
    .execute()) as Practice[];
}

/** The address that a practice has now, found by one that it had before. */
export async function slugByFormerSlug(db: Database, former: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('practice_former_slug as f')
    .innerJoin('practice as p', 'p.id', 'f.practice_id')
    .select('p.slug')
    .where('f.slug', '=', former)
    .executeTakeFirst();
  return row?.slug;
}

export async function slugById(db: Database, id: number): Promise<string | undefined> {
  const row = await db.selectFrom('practice').select('slug').where('id', '=', id).executeTakeFirst();
  return row?.slug;
}

/** The concepts of a published practice; undefined where there is none of this number. */
export async function publishedConceptIds(db: Database, id: number): Promise<string[] | undefined> {
  const row = await db
    .selectFrom('practice as p')
    .select(conceptIdsOf.as('conceptIds'))
    .where('p.id', '=', id)
    .where('p.state', '=', 'published')
    .executeTakeFirst();
  return row?.conceptIds;
}
