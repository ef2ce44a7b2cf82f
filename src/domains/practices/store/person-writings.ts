import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/**
 * Removes the drafts that a person writes alone, with their versions and notes. What was published of theirs, and what a town's team
 * writes together, stays.
 */
export async function deleteDraftsWrittenAlone(trx: Database, personId: number): Promise<void> {
  await sql`delete from practice_draft where owner_id = ${personId} and team_place_id is null and (
    state in ('draft', 'submitted', 'in-review', 'changes-asked', 'withdrawn')
    or (state = 'archived' and practice_id is null))`.execute(trx);
}

/** The drafts that are a person's own, the versions and notes that the person wrote in any, and the practices of which they are the owner. */
export async function writingsOf(db: Database, personId: number): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ held: Record<string, unknown> }>`
    select jsonb_build_object(
      'drafts', (select coalesce(jsonb_agg(jsonb_build_object('number', d.id, 'state', d.state, 'language', d.language,
        'team', d.team_place_id, 'begunAt', d.created_at, 'reason', d.reason) order by d.id), '[]')
        from practice_draft d where d.owner_id = ${personId}),
      'draftVersions', (select coalesce(jsonb_agg(jsonb_build_object('draft', v.draft_id, 'number', v.number,
        'writtenAt', v.written_at, 'content', v.content) order by v.draft_id, v.number), '[]')
        from practice_draft_version v where v.author_id = ${personId}),
      'draftNotes', (select coalesce(jsonb_agg(jsonb_build_object('draft', n.draft_id, 'field', n.field, 'note', n.note,
        'writtenAt', n.written_at) order by n.draft_id, n.field), '[]')
        from practice_draft_note n where n.author_id = ${personId}),
      'practices', (select coalesce(jsonb_agg(jsonb_build_object('identifier', 'NP-' || p.id, 'state', p.state) order by p.id), '[]')
        from practice p where p.owner_id = ${personId})
    ) as held`.execute(db);
  return rows[0]?.held ?? {};
}
