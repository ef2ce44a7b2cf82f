import type { ConceptId, SchemeId } from '#domains/vocabulary/index.ts';

/** A practice that shares concepts with the one being read. */
export type RelatedCandidate = { id: number; shared: ConceptId[] };

// A shared challenge says more about likeness than a shared cultural form: the reader looks for an answer to a problem.
const weights: Record<SchemeId, number> = {
  challenge: 4,
  method: 2,
  targetGroup: 2,
  culturalForm: 1,
  dimension: 0.5,
};

/** The most alike first, each with what it shares, weightiest first. Dimensions alone make nothing related: almost all share one. */
export function rankRelated(candidates: readonly RelatedCandidate[], limit: number): RelatedCandidate[] {
  return candidates
    .filter(({ shared }) => shared.some((id) => !id.startsWith('dimension:')))
    .map(({ id, shared }) => ({ id, shared: shared.toSorted((a, b) => weightOf(b) - weightOf(a)) }))
    .sort((a, b) => likeness(b) - likeness(a) || a.id - b.id)
    .slice(0, limit);
}

function likeness({ shared }: RelatedCandidate): number {
  return shared.reduce((sum, id) => sum + weightOf(id), 0);
}

function weightOf(id: ConceptId): number {
  return weights[id.slice(0, id.indexOf(':')) as SchemeId];
}
