import { sql, type RawBuilder } from 'kysely';
import type { PersonId } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { TranslationState } from '../model.ts';

/** Whose practices: everybody's, or those of a person and of their towns. */
export type Whose = 'all' | { personId: PersonId; placeIds: readonly string[] };

/** A practice in a translator's list. */
export type TranslationRow = {
  id: number;
  title: string;
  originalLanguage: Language;
  state: TranslationState;
  staleSince: Date | null;
  /** Whether more than title and teaser is there. */
  isWhole: boolean;
  /** When somebody last wrote what is not published yet. */
  draftedAt: Date | null;
  isMachineAwaited: boolean;
};

function theirs(whose: Whose): RawBuilder<unknown> {
  if (whose === 'all') return sql`true`;
  return sql`(p.owner_id = ${whose.personId} or p.team_place_id = any(${[...whose.placeIds]}::text[]))`;
}

/** How many published practices stand in each state in a language that is not their own. */
export async function countTranslations(
  db: Database,
  language: Language,
  whose: Whose,
): Promise<Record<TranslationState, number>> {
  const { rows } = await sql<{ state: string | null; count: number }>`
    select t.state, count(*)::int as count
    from practice p left join practice_text t on t.practice_id = p.id and t.language = ${language}
    where p.state = 'published' and ${theirs(whose)}
    group by t.state`.execute(db);
  const of = (state: string | null) => rows.find((row) => row.state === state)?.count ?? 0;
  return { stale: of('stale'), missing: of(null), machine: of('machine'), reviewed: of('reviewed') };
}

/** Some practices of one state: what has been stale longest first, else the newest. */
export async function translationsIn(
  db: Database,
  language: Language,
  whose: Whose,
  { state, offset, limit }: { state: TranslationState; offset: number; limit: number },
): Promise<TranslationRow[]> {
  // Only the numbers are paged over; what is shown is read for those alone.
  const found =
    state === 'missing'
      ? sql`select p.id, null::timestamptz as stale_since, false as is_whole from practice p
          where p.state = 'published' and ${theirs(whose)} and not exists (
            select from practice_text t where t.practice_id = p.id and t.language = ${language})
          order by p.id desc`
      : sql`select p.id, t.stale_since, t.summary is not null as is_whole
          from practice_text t join practice p on p.id = t.practice_id and p.state = 'published' and ${theirs(whose)}
          where t.language = ${language} and t.state = ${sql.lit(state)}
          order by ${state === 'stale' ? sql`t.stale_since nulls first, t.practice_id` : sql`t.practice_id desc`}`;
  const { rows } = await sql<TranslationRow>`
    select f.id, o.title, o.language as "originalLanguage", ${state}::text as state, f.stale_since as "staleSince",
      f.is_whole as "isWhole", coalesce(tr.machine_state = 'waiting', false) as "isMachineAwaited",
      case when tr.version > 0 and tr.version is distinct from tr.published_version then tr.changed_at end as "draftedAt"
    from (select row_number() over () as place, found.* from (${found} offset ${offset} limit ${limit}) found) f
    join practice_text o on o.practice_id = f.id and o.state = 'original'
    left join practice_translation tr on tr.practice_id = f.id and tr.language = ${language}
    order by f.place`.execute(db);
  return rows;
}

/** Whether some published practice is the person's own. */
export async function ownsPractices(db: Database, personId: PersonId): Promise<boolean> {
  const row = await db
    .selectFrom('practice')
    .select('id')
    .where('owner_id', '=', personId)
    .where('state', '=', 'published')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
