import type { ActContext } from '#domains/accounts/index.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import type { DraftNotes } from '../model.ts';
import { may } from '../policy.ts';
import { noteAuthors, notesOf, replaceNotes } from '../store/draft-notes.ts';
import { holdDraft } from '../store/drafts.ts';
import { auditDraft, personsOf } from './draft-audit.ts';

/** Keeps the reviewer's notes; the owner gets them when changes are asked for. */
export async function writeNotes(
  ctx: ActContext,
  { draftId, notes }: { draftId: number; notes: DraftNotes },
): Promise<Result<null>> {
  return ctx.db.transaction().execute(async (trx): Promise<Result<null>> => {
    const draft = await holdDraft(trx, draftId);
    if (!draft) return refuse({ reasons: [{ key: 'contribute_refused_gone' }] });
    const verdict = may(ctx.actor, 'note', draft);
    if (!verdict.ok) return refuse({ reasons: verdict.reasons });
    const before = await notesOf(trx, draftId);
    const about = [...(await noteAuthors(trx, draftId)), ...personsOf(ctx, draft)];
    await replaceNotes(trx, draftId, notes, {
      authorId: ctx.actor.person?.id ?? null,
      at: ctx.clock.now(),
    });
    await auditDraft(trx, ctx, draft, { act: 'draft.note', id: draftId, before, after: notes, about });
    return done(null);
  });
}
