import type { ActContext } from '#domains/accounts/index.ts';
import type { Result } from '#platform/result.ts';
import type { Draft } from '../model.ts';
import { move } from './move-draft.ts';

/** Takes a draft back for good; what is published of it already stays. */
export const withdrawDraft = (ctx: ActContext, { draftId }: { draftId: number }): Promise<Result<Draft>> =>
  move(ctx, { draftId, act: 'withdraw', news: 'withdrawn' });
