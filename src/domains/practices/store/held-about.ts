import { sql } from 'kysely';
import type { PersonId } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';

/** A draft as its owner takes it along. */
export type HeldDraft = { draft: number; versions: unknown[] } & Record<string, unknown>;

/** What the tables of practices hold about a person: their drafts with all versions and the reviewer's notes. */
export async function heldDrafts(db: Database, personId: PersonId): Promise<HeldDraft[]> {
  const { rows } = await sql<{ held: HeldDraft }>`
    select jsonb_build_object('draft', d.id, 'state', d.state, 'language', d.language, 'town', d.team_place_id,
      'practice', d.practice_id, 'begunAt', d.created_at, 'changedAt', d.changed_at, 'handedInAt', d.submitted_at,
      'reason', d.reason,
      'notes', (select coalesce(jsonb_agg(jsonb_build_object('field', n.field, 'note', n.note, 'at', n.written_at)
        order by n.field), '[]') from practice_draft_note n where n.draft_id = d.id),
      'versions', (select jsonb_agg(jsonb_build_object('number', v.number, 'at', v.written_at,
        'byYou', v.author_id is not distinct from ${personId}::bigint, 'content', v.content) order by v.number)
        from practice_draft_version v where v.draft_id = d.id)) as held
    from practice_draft d where d.owner_id = ${personId} order by d.id`.execute(db);
  return rows.map(({ held }) => held);
}

/** The rest: what they wrote into others' drafts, the notes they gave as reviewer, the practices that they look after. */
export async function heldBesides(db: Database, personId: PersonId): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ held: Record<string, unknown> }>`
    select jsonb_build_object(
      'writtenIntoOthersDrafts', (select coalesce(jsonb_agg(jsonb_build_object('draft', v.draft_id, 'number', v.number,
          'at', v.written_at, 'content', v.content) order by v.draft_id, v.number), '[]')
        from practice_draft_version v join practice_draft d on d.id = v.draft_id
        where v.author_id = ${personId} and d.owner_id is distinct from ${personId}::bigint),
      'notesWritten', (select coalesce(jsonb_agg(jsonb_build_object('draft', n.draft_id, 'field', n.field,
          'note', n.note, 'at', n.written_at) order by n.draft_id, n.field), '[]')
        from practice_draft_note n where n.author_id = ${personId}),
      'translationsWritten', (select coalesce(jsonb_agg(jsonb_build_object('practice', t.practice_id,
          'language', t.language, 'number', t.number, 'at', t.written_at, 'content', t.content)
          order by t.practice_id, t.language, t.number), '[]')
        from practice_translation_version t where t.author_id = ${personId}),
      'tablesToImport', (select coalesce(jsonb_agg(jsonb_build_object('file', i.file_name, 'at', i.checked_at,
          'cells', i.cells) order by i.id), '[]') from practice_import i where i.person_id = ${personId}),
      'draftsReviewed', (select coalesce(jsonb_agg(d.id order by d.id), '[]')
        from practice_draft d where d.reviewer_id = ${personId}),
      'practicesLookedAfter', (select coalesce(jsonb_agg(jsonb_build_object('practice', p.id, 'address', p.slug,
          'state', p.state, 'publishedOn', p.published_on, 'verifiedOn', p.verified_on) order by p.id), '[]')
        from practice p where p.owner_id = ${personId})) as held`.execute(db);
  return rows[0]?.held ?? {};
}

/** The pictures of the person's drafts, each once, at its largest. */
export async function heldPictures(
  db: Database,
  personId: PersonId,
): Promise<{ digest: string; name: string; content: Uint8Array }[]> {
  const { rows } = await sql<{ digest: string; name: string; content: Uint8Array }>`
    select distinct on (f.digest) f.digest, f.name, f.content from picture_file f
    where f.digest in (
      select pi.digest from practice_draft_picture pi join practice_draft d on d.id = pi.draft_id
      where d.owner_id = ${personId})
    order by f.digest, f.width desc, f.name`.execute(db);
  return rows;
}
