import type { ActContext } from '#domains/accounts/index.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import type { Draft } from '../model.ts';
import { draftWords } from '../queries/draft-words.ts';
import { move } from './move-draft.ts';

/** Hands a draft in; refused while something is missing or wrong. */
export function submitDraft(ctx: ActContext, { draftId }: { draftId: number }): Promise<Result<Draft>> {
  return move(ctx, {
    draftId,
    act: 'submit',
    news: 'submitted',
    alongside: async (trx, draft, content) => {
      const { problems } = await draftWords(trx, content, ctx.language);
      if (problems.length > 0) return refuse({ reasons: [{ key: 'contribute_refused_incomplete' }] });
      return done({ noted: { version: draft.version } });
    },
  });
}
