import type { ActContext } from '#domains/accounts/index.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import type { Draft } from '../model.ts';
import { draftWords } from '../queries/draft-words.ts';
import { publishedForm } from '../rules/published-form.ts';
import { slugOf } from '../rules/slug.ts';
import { insertPractice, updatePractice, type Publication } from '../store/publish.ts';
import { practicesById } from '../store/practices.ts';
import { auditDraft } from './draft-audit.ts';
import { indexPractices } from './index-practices.ts';
import { move } from './move-draft.ts';

/**
 * Publishes a draft: the practice with all its parts and its document in the one search, in one transaction. A published practice keeps
 * its number, address and other languages. Returns the draft, with the practice's number.
 */
export const publishDraft = (ctx: ActContext, { draftId }: { draftId: number }): Promise<Result<Draft>> =>
  move(ctx, {
    draftId,
    act: 'publish',
    news: 'published',
    alongside: async (trx, draft, content) => {
      const { placeIds, problems } = await draftWords(trx, content, ctx.language);
      if (problems.length > 0) return refuse({ reasons: [{ key: 'contribute_refused_incomplete' }] });
      const at = ctx.clock.now();
      const form = publishedForm(content);
      const publication: Publication = {
        language: draft.language,
        ownerId: draft.ownerId,
        teamPlaceId: draft.teamPlaceId,
        placeIds,
        on: at.toISOString().slice(0, 10),
        at,
      };
      let practiceId = draft.practiceId;
      if (practiceId === null) {
        practiceId = await insertPractice(trx, slugOf(content.title), form, publication);
      } else {
        const [published] = await practicesById(trx, [practiceId]);
        if (published?.state !== 'published')
          return refuse({ reasons: [{ key: 'contribute_refused_gone' }] });
        await updatePractice(trx, practiceId, form, publication);
      }
      await indexPractices(trx, [practiceId]);
      await auditDraft(trx, ctx, draft, {
        act: 'practice.publish',
        id: practiceId,
        after: { draft: draftId, version: draft.version, title: content.title },
      });
      return done({ change: { practiceId }, noted: { practiceId, version: draft.version } });
    },
  });
