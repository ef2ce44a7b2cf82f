import type { ActContext } from '#domains/accounts/index.ts';
import { done, type Result } from '#platform/result.ts';
import type { Draft } from '../model.ts';
import { move } from './move-draft.ts';

/** An editor begins to review a draft. */
export const takeDraft = (ctx: ActContext, { draftId }: { draftId: number }): Promise<Result<Draft>> =>
  move(ctx, {
    draftId,
    act: 'take',
    news: 'taken',
    alongside: () => Promise.resolve(done({ change: { reviewerId: ctx.actor.person?.id ?? null } })),
  });
