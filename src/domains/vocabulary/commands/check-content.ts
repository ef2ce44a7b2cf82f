import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import type { ConceptContent } from '../model.ts';
import { mayStandUnder } from '../rules/broader.ts';
import { labelsTaken } from '../rules/concept-checks.ts';
import { hasSeveralBroader, isFixed } from '../rules/schemes.ts';
import { broaderEdges, otherLabels, schemesOf } from '../store/editing.ts';
import { refusedFor } from './editing.ts';

/** Whether a concept of the scheme may have this content, beside the others: labels of its own, and a place above which no circle closes. */
export async function checkContent(
  trx: Database,
  { id, schemeId }: { id: string; schemeId: string },
  content: ConceptContent,
): Promise<Result<null>> {
  const { broader } = content;
  const schemes = await schemesOf(trx, broader);
  if (broader.some((above) => !schemes.has(above))) return refusedFor('vocabulary_error_broader');
  const isForeign = broader.some((above) => schemes.get(above) !== schemeId);
  if (
    !hasSeveralBroader(schemeId) &&
    (isForeign || broader.length > 1 || (isFixed(schemeId) && broader.length > 0))
  )
    return refusedFor('vocabulary_error_broader');
  const standing = mayStandUnder(id, broader, await broaderEdges(trx));
  if (!standing.ok) return refuse({ reasons: standing.reasons });
  const taken = labelsTaken(content, await otherLabels(trx, schemeId, id));
  return taken.length > 0 ? refuse({ reasons: taken }) : done(null);
}
