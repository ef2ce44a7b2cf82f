import { done, refuse, type Result } from '#platform/result.ts';
import { may } from '../policy.ts';
import { edgesAfterMerge } from '../rules/broader.ts';
import { mergedWords } from '../rules/concept-words.ts';
import { mayMerge } from '../rules/schemes.ts';
import { replaceConcept, writeWords } from '../store/change-concept.ts';
import { broaderEdges, editedConcept, holdConcepts, lockVocabulary } from '../store/editing.ts';
import {
  auditConcept,
  notAllowed,
  notFound,
  type EditingContext,
  type VocabularyFollowers,
} from './editing.ts';

/**
 * Makes one concept of two, in one transaction: all that carries `from` carries `into`, which also takes its words and what stands under
 * it; `from` is remembered as a former id. Returns how many practices were tagged anew.
 */
export async function mergeConcepts(
  ctx: EditingContext,
  { from, into }: { from: string; into: string },
  followers: VocabularyFollowers,
): Promise<Result<number>> {
  if (!may(ctx.actor, 'concept.merge')) return notAllowed;
  return ctx.db.transaction().execute(async (trx): Promise<Result<number>> => {
    await lockVocabulary(trx);
    await holdConcepts(trx, [from, into]);
    const [old, kept] = [await editedConcept(trx, from), await editedConcept(trx, into)];
    if (!old || !kept) return notFound;
    const verdict = mayMerge(old, kept);
    if (!verdict.ok) return refuse({ reasons: verdict.reasons });
    const practices = await followers.retag(trx, from, into);
    await writeWords(trx, into, kept.words, mergedWords(old, kept));
    await replaceConcept(trx, from, into, edgesAfterMerge(from, into, await broaderEdges(trx)));
    // Every document that could be met by the words that moved holds one of the two already.
    await followers.reindex(trx, { concepts: [from, into], words: [] });
    await auditConcept(trx, ctx, {
      act: 'concept.merge',
      id: from,
      before: { from: { broader: old.broader, words: old.words }, into: { words: kept.words } },
      after: { into, practices, words: (await editedConcept(trx, into))?.words },
    });
    return done(practices);
  });
}
