import { done, type Result } from '#platform/result.ts';
import { may } from '../policy.ts';
import { isFixed } from '../rules/schemes.ts';
import { setRetired } from '../store/change-concept.ts';
import { editedConcept, lockVocabulary } from '../store/editing.ts';
import { auditConcept, notAllowed, notFound, refusedFor, type EditingContext } from './editing.ts';

/** Takes a concept from what is offered, or offers it again; what carries it keeps it, and it is found as before. */
export async function retireConcept(
  ctx: EditingContext,
  { id, isRetired }: { id: string; isRetired: boolean },
): Promise<Result<null>> {
  if (!may(ctx.actor, 'concept.retire')) return notAllowed;
  return ctx.db.transaction().execute(async (trx): Promise<Result<null>> => {
    await lockVocabulary(trx);
    const concept = await editedConcept(trx, id);
    if (!concept) return notFound;
    if (isFixed(concept.schemeId)) return refusedFor('vocabulary_refused_fixed');
    if (concept.isRetired === isRetired) return done(null);
    await setRetired(trx, id, isRetired ? ctx.clock.now() : null);
    await auditConcept(trx, ctx, {
      act: isRetired ? 'concept.retire' : 'concept.offer',
      id,
      before: { isRetired: concept.isRetired },
      after: { isRetired },
    });
    return done(null);
  });
}
