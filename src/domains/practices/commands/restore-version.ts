import type { ActContext } from '#domains/accounts/index.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { may } from '../policy.ts';
import { changedFields } from '../rules/draft-fields.ts';
import { holdDraft } from '../store/drafts.ts';
import { checkedVersion, writeVersion } from './save-draft.ts';

/** Brings an older version back as the newest; nothing that was written since is lost. Returns the newest version's number. */
export async function restoreVersion(
  ctx: ActContext,
  { draftId, number }: { draftId: number; number: number },
): Promise<Result<number>> {
  return ctx.db.transaction().execute(async (trx): Promise<Result<number>> => {
    const draft = await holdDraft(trx, draftId);
    if (!draft || number > draft.version) return refuse({ reasons: [{ key: 'contribute_refused_gone' }] });
    const verdict = may(ctx.actor, 'restore', draft);
    if (!verdict.ok) return refuse({ reasons: verdict.reasons });
    const { content } = await checkedVersion(trx, draft, number);
    const now = await checkedVersion(trx, draft, draft.version);
    const changed = changedFields(now.content, content);
    if (changed.length === 0) return done(draft.version);
    return done(await writeVersion(trx, ctx, draft, { content, changed, restoredFrom: number }));
  });
}
