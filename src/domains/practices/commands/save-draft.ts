import type { ActContext } from '#domains/accounts/index.ts';
import { currentConcepts } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Refusal, type Result } from '#platform/result.ts';
import { contentSchema } from '../forms/contribute/content.ts';
import type { Draft, DraftContent, DraftField, DraftPicture, DraftVersion } from '../model.ts';
import { may } from '../policy.ts';
import { changedFields } from '../rules/draft-fields.ts';
import { mergeDrafts } from '../rules/merge-drafts.ts';
import { addVersion, holdDraft, versionOf } from '../store/drafts.ts';
import { draftPictures } from '../store/pictures.ts';
import { auditDraft } from './draft-audit.ts';

export type SaveDraft = {
  draftId: number;
  /** The version that the writer saw while typing. */
  base: number;
  /** The fields of the writer's page, as typed. */
  typed: Partial<DraftContent>;
  fields: readonly DraftField[];
};

/** Two people changed one field: nothing was written, and the writer merges. */
export type DraftConflict = {
  fields: DraftField[];
  /** What the writer's page holds, with the other's words where only they changed something. */
  mine: DraftContent;
  theirs: DraftVersion;
};

export type SaveRefusal = Refusal & { conflict?: DraftConflict };

/** Writes what was typed as a new version; returns its number. What others wrote meanwhile into other fields stays. */
export async function saveDraft(ctx: ActContext, input: SaveDraft): Promise<Result<number, SaveRefusal>> {
  return ctx.db.transaction().execute((trx) => save(trx, ctx, input));
}

async function save(
  trx: Database,
  ctx: ActContext,
  { draftId, base, typed, fields }: SaveDraft,
): Promise<Result<number, SaveRefusal>> {
  const draft = await holdDraft(trx, draftId);
  if (!draft) return refuse({ reasons: [{ key: 'contribute_refused_gone' }] });
  const verdict = may(ctx.actor, 'edit', draft);
  if (!verdict.ok) return refuse({ reasons: verdict.reasons });

  const theirs = await checkedVersion(trx, draft, draft.version);
  // A form that was open while two concepts were merged still sends the former one.
  const sent = typed.concepts && { concepts: (await currentConcepts(trx, typed.concepts)).toSorted() };
  const seen = base === draft.version ? theirs : await checkedVersion(trx, draft, base);
  const mine = {
    ...typed,
    ...sent,
    ...(typed.pictures && { pictures: await onlyOwn(trx, draftId, typed.pictures) }),
  };
  const { content, conflicts } = mergeDrafts(seen.content, theirs.content, mine, fields);
  if (conflicts.length > 0)
    return refuse({
      reasons: [{ key: 'contribute_conflict_text' }],
      conflict: { fields: conflicts, mine: content, theirs },
    });
  const changed = changedFields(theirs.content, content);
  // The same form posted twice changes nothing the second time.
  if (changed.length === 0) return done(draft.version);
  return done(await writeVersion(trx, ctx, draft, { content, changed }));
}

/** Without pictures that were never added to this draft: who knows a picture's name from elsewhere gets no sight of it by writing it down. */
async function onlyOwn(trx: Database, draftId: number, pictures: DraftPicture[]): Promise<DraftPicture[]> {
  if (pictures.length === 0) return pictures;
  const own = await draftPictures(trx, draftId);
  return pictures.filter(({ digest }) => own.has(digest));
}

/** A version of the draft, its content as the schema has it now. Throws where it cannot be read. */
export async function checkedVersion(db: Database, draft: Draft, number: number): Promise<DraftVersion> {
  const version = await versionOf(db, draft.id, Math.min(number, draft.version));
  if (!version) throw new Error(`Draft ${draft.id} has no version ${number}.`);
  return { ...version, content: contentSchema.parse(version.content) };
}

/** Writes the next version of a draft that is held; returns its number. */
export async function writeVersion(
  trx: Database,
  ctx: ActContext,
  draft: Draft,
  { content, changed, restoredFrom }: { content: DraftContent; changed: DraftField[]; restoredFrom?: number },
): Promise<number> {
  const number = draft.version + 1;
  const at = ctx.clock.now();
  const authorId = ctx.actor.person?.id ?? null;
  await addVersion(trx, draft.id, {
    number,
    authorId,
    at,
    content,
    changed,
    ...(restoredFrom !== undefined && { restoredFrom }),
  });
  await auditDraft(trx, ctx, draft, {
    act: restoredFrom === undefined ? 'draft.edit' : 'draft.restore',
    id: draft.id,
    before: { version: draft.version },
    after: { version: number, changed, ...(restoredFrom !== undefined && { restoredFrom }) },
  });
  return number;
}
