import type { ActContext } from '#domains/accounts/index.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import type { Draft } from '../model.ts';
import { archivePractice } from '../store/publish.ts';
import { auditDraft, personsOf } from './draft-audit.ts';
import { indexPractices } from './index-practices.ts';
import { move } from './move-draft.ts';

/**
 * Closes a draft that will not be published, or takes from readers what was published of it, with a reason for its owner. An archived
 * change of a published practice leaves that as it is.
 */
export const archiveDraft = (
  ctx: ActContext,
  { draftId, reason }: { draftId: number; reason: string },
): Promise<Result<Draft>> =>
  move(ctx, {
    draftId,
    act: 'archive',
    news: 'archived',
    alongside: async (trx, draft) => {
      if (reason === '') return refuse({ reasons: [{ key: 'contribute_refused_reason' }] });
      if (draft.state === 'published' && draft.practiceId !== null) {
        await archivePractice(trx, draft.practiceId, ctx.clock.now());
        await indexPractices(trx, [draft.practiceId]);
        await auditDraft(trx, ctx, draft, {
          act: 'practice.archive',
          id: draft.practiceId,
          after: { draft: draftId, reason },
          about: personsOf(ctx, draft),
        });
      }
      return done({ change: { reason }, words: [reason], noted: { reason } });
    },
  });
