import type { ActContext } from '#domains/accounts/index.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import type { Draft, DraftNotes } from '../model.ts';
import { replaceNotes } from '../store/draft-notes.ts';
import { move } from './move-draft.ts';

/** Gives a draft back with notes; refused without any, for then nobody would know what to change. */
export const askChanges = (
  ctx: ActContext,
  { draftId, notes }: { draftId: number; notes: DraftNotes },
): Promise<Result<Draft>> =>
  move(ctx, {
    draftId,
    act: 'ask-changes',
    news: 'changes-asked',
    alongside: async (trx) => {
      const words = Object.values(notes);
      if (words.length === 0) return refuse({ reasons: [{ key: 'contribute_refused_notes' }] });
      await replaceNotes(trx, draftId, notes, {
        authorId: ctx.actor.person?.id ?? null,
        at: ctx.clock.now(),
      });
      return done({ words, noted: { notes } });
    },
  });
