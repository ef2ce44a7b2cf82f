import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { StoredCard } from '../model.ts';
import { conceptIdsOf, photoOf } from './practice-rows.ts';

const places = sql<StoredCard['places']>`coalesce((
  select jsonb_agg(jsonb_build_object('id', pl.id, 'name', pl.name, 'countryCode', pl.country_code,
    'names', coalesce((select jsonb_object_agg(n.language, n.name) from place_name n where n.place_id = pl.id), '{}')) order by pp.position)
  from practice_place pp join place pl on pl.id = pp.place_id where pp.practice_id = p.id), '[]')`;

/** Cards of published practices in one language (the original where it has no text of its own), in the order of `ids`. */
export async function cardsById(
  db: Database,
  ids: readonly number[],
  language: Language,
): Promise<StoredCard[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('practice as p')
    .innerJoin('practice_text as original', (join) =>
      join.onRef('original.practice_id', '=', 'p.id').on('original.state', '=', 'original'),
    )
    .leftJoin('practice_text as own', (join) =>
      join.onRef('own.practice_id', '=', 'p.id').on('own.language', '=', language),
    )
    .select(['p.id', 'p.slug', 'p.course', 'p.year_start as yearStart', 'p.year_end as yearEnd'])
    .select((eb) => [
      eb.fn.coalesce('own.title', 'original.title').as('title'),
      eb.fn.coalesce('own.teaser', 'original.teaser').as('teaser'),
      eb.fn.coalesce('own.language', 'original.language').as('language'),
      eb.fn.coalesce('own.state', 'original.state').as('state'),
    ])
    .select([places.as('places'), conceptIdsOf.as('conceptIds'), photoOf.as('photo')])
    .where('p.id', 'in', [...ids])
    .where('p.state', '=', 'published')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row as StoredCard]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
