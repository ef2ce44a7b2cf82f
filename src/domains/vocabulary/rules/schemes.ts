import type { Verdict } from '#platform/result.ts';
import { topicScheme } from '../model.ts';

/** How a scheme can be changed. The eight dimensions are the programme's own and every drawing has eight directions: only their words change. */
export const isFixed = (schemeId: string): boolean => schemeId === 'dimension';

/** A topic may stand under several concepts of any scheme, every other concept under one of its own scheme. */
export const hasSeveralBroader = (schemeId: string): boolean => schemeId === topicScheme;

/** Whether two concepts can be merged, the first into the second: of one scheme, not of a fixed one, and two. */
export function mayMerge(
  from: { id: string; schemeId: string },
  into: { id: string; schemeId: string },
): Verdict {
  if (isFixed(from.schemeId)) return { ok: false, reasons: [{ key: 'vocabulary_refused_fixed' }] };
  if (from.id === into.id || from.schemeId !== into.schemeId)
    return { ok: false, reasons: [{ key: 'vocabulary_refused_into' }] };
  return { ok: true };
}
