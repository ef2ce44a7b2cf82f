import { sql } from 'kysely';
import type { PersonId } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Draft, DraftContent, DraftField, DraftState, DraftVersion } from '../model.ts';

const columns = [
  'd.id',
  'd.practice_id as practiceId',
  'd.language',
  'd.state',
  'd.owner_id as ownerId',
  'd.team_place_id as teamPlaceId',
  'd.reviewer_id as reviewerId',
  'd.version',
  'd.reason',
  'd.changed_at as changedAt',
  'd.submitted_at as submittedAt',
] as const;

const drafts = (db: Database) => db.selectFrom('practice_draft as d').select([...columns]);

export async function draftById(db: Database, id: number): Promise<Draft | undefined> {
  return (await drafts(db).where('d.id', '=', id).executeTakeFirst()) as Draft | undefined;
}

/** The draft, held until the transaction ends: whoever else writes it waits. */
export async function holdDraft(trx: Database, id: number): Promise<Draft | undefined> {
  return (await drafts(trx).where('d.id', '=', id).forUpdate('d').executeTakeFirst()) as Draft | undefined;
}

/** The draft that a form with this token has begun. */
export async function draftByToken(db: Database, token: string): Promise<Draft | undefined> {
  return (await drafts(db).where('d.once_token', '=', token).executeTakeFirst()) as Draft | undefined;
}

/** A draft of this person, for this team and in this language, in which nothing was written yet. */
export async function untouchedDraft(
  trx: Database,
  { ownerId, teamPlaceId, language }: Pick<NewDraft, 'ownerId' | 'teamPlaceId' | 'language'>,
): Promise<Draft | undefined> {
  return (await drafts(trx)
    .where('d.owner_id', '=', ownerId)
    .where('d.team_place_id', 'is not distinct from', teamPlaceId)
    .where('d.language', '=', language)
    .where('d.practice_id', 'is', null)
    .where('d.state', '=', 'draft')
    .where('d.version', '=', 1)
    .orderBy('d.id')
    .limit(1)
    .executeTakeFirst()) as Draft | undefined;
}

/** The one open draft of a published practice. */
export async function openDraftOf(db: Database, practiceId: number): Promise<Draft | undefined> {
  return (await drafts(db)
    .where('d.practice_id', '=', practiceId)
    .where('d.state', 'in', ['draft', 'submitted', 'in-review', 'changes-asked'])
    .executeTakeFirst()) as Draft | undefined;
}

/** A draft as lists show it. */
export type DraftEntry = Draft & { title: string };

const entries = (db: Database) =>
  drafts(db)
    .innerJoin('practice_draft_version as v', (join) =>
      join.onRef('v.draft_id', '=', 'd.id').onRef('v.number', '=', 'd.version'),
    )
    .select(sql<string>`v.content ->> 'title'`.as('title'));

/** Those of a person and of their teams' towns, the last changed first; at most 200. */
export async function draftsOf(
  db: Database,
  personId: PersonId,
  placeIds: readonly string[],
): Promise<DraftEntry[]> {
  return (await entries(db)
    .where((eb) =>
      eb.or([
        eb('d.owner_id', '=', personId),
        ...(placeIds.length > 0 ? [eb('d.team_place_id', 'in', [...placeIds])] : []),
      ]),
    )
    .orderBy('d.changed_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(200)
    .execute()) as DraftEntry[];
}

/** What waits for an editor or is in an editor's hands, what was handed in first, first; at most 500. */
export async function draftsInReview(db: Database): Promise<DraftEntry[]> {
  return (await entries(db)
    .where('d.state', 'in', ['submitted', 'in-review', 'changes-asked'])
    .orderBy('d.submitted_at')
    .orderBy('d.id')
    .limit(500)
    .execute()) as DraftEntry[];
}

export type NewDraft = Pick<Draft, 'practiceId' | 'language' | 'ownerId' | 'teamPlaceId'> & {
  token: string;
  at: Date;
};

/** Null where the token has been used, or the practice has an open draft. */
export async function insertDraft(trx: Database, draft: NewDraft): Promise<number | null> {
  const row = await trx
    .insertInto('practice_draft')
    .values({
      practice_id: draft.practiceId,
      language: draft.language,
      owner_id: draft.ownerId,
      team_place_id: draft.teamPlaceId,
      once_token: draft.token,
      created_at: draft.at,
      changed_at: draft.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export type NewVersion = {
  number: number;
  authorId: PersonId | null;
  at: Date;
  content: DraftContent;
  changed: readonly DraftField[];
  restoredFrom?: number;
};

/** Writes the next version, and makes it the newest of the draft. */
export async function addVersion(trx: Database, draftId: number, version: NewVersion): Promise<void> {
  await trx
    .insertInto('practice_draft_version')
    .values({
      draft_id: draftId,
      number: version.number,
      author_id: version.authorId,
      written_at: version.at,
      content: JSON.stringify(version.content),
      changed: [...version.changed],
      restored_from: version.restoredFrom ?? null,
    })
    .execute();
  await trx
    .updateTable('practice_draft')
    .set({ version: version.number, changed_at: version.at })
    .where('id', '=', draftId)
    .execute();
}

export type DraftChange = {
  state: DraftState;
  at: Date;
  reviewerId?: PersonId | null;
  practiceId?: number;
  reason?: string;
};

/** Moves a draft to another state. */
export async function moveDraft(trx: Database, id: number, change: DraftChange): Promise<void> {
  const { state, at, reviewerId, practiceId, reason } = change;
  await trx
    .updateTable('practice_draft')
    .set({
      state,
      changed_at: at,
      ...(reviewerId !== undefined && { reviewer_id: reviewerId }),
      ...(practiceId !== undefined && { practice_id: practiceId }),
      ...(reason !== undefined && { reason }),
      ...(state === 'submitted' && { submitted_at: at }),
      ...(['published', 'archived', 'withdrawn'].includes(state) && { decided_at: at }),
    })
    .where('id', '=', id)
    .execute();
}

const versions = (db: Database, draftId: number) =>
  db
    .selectFrom('practice_draft_version as v')
    .leftJoin('person as p', (join) => join.onRef('p.id', '=', 'v.author_id').on('p.erased_at', 'is', null))
    .select(['v.number', 'v.author_id as authorId', 'p.name as authorName', 'v.written_at as writtenAt'])
    .select(['v.content', 'v.changed', 'v.restored_from as restoredFrom'])
    .where('v.draft_id', '=', draftId);

/** One version, its content unchecked. */
export async function versionOf(
  db: Database,
  draftId: number,
  number: number,
): Promise<DraftVersion | undefined> {
  const row = await versions(db, draftId).where('v.number', '=', number).executeTakeFirst();
  return row as unknown as DraftVersion | undefined;
}

/** The newest versions first; at most `most`. */
export async function versionsOf(db: Database, draftId: number, most: number): Promise<DraftVersion[]> {
  const rows = await versions(db, draftId).orderBy('v.number', 'desc').limit(most).execute();
  return rows as unknown as DraftVersion[];
}
