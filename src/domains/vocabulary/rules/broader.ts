import type { Verdict } from '#platform/result.ts';

/** That a concept stands under another. */
export type BroaderEdge = { conceptId: string; broaderId: string };

/** All concepts above these, they themselves left out unless a circle leads back. */
function above(ids: readonly string[], edges: readonly BroaderEdge[]): Set<string> {
  const next = Map.groupBy(edges, ({ conceptId }) => conceptId);
  const found = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { broaderId } of next.get(id) ?? []) {
      if (found.has(broaderId)) continue;
      found.add(broaderId);
      open.push(broaderId);
    }
  }
  return found;
}

/** Whether a concept may stand under these: never under itself or what stands under it. `edges` are all there are now. */
export function mayStandUnder(
  id: string,
  broader: readonly string[],
  edges: readonly BroaderEdge[],
): Verdict {
  const others = edges.filter(({ conceptId }) => conceptId !== id);
  if (!broader.includes(id) && !above(broader, others).has(id)) return { ok: true };
  return { ok: false, reasons: [{ key: 'vocabulary_refused_circle' }] };
}

/**
 * What is above what once `from` is `into`: what stood under the one stands under the other, and `into` keeps what is above it, or takes
 * what was above `from` where it has nothing. No circle comes of it: what would close one is left out.
 */
export function edgesAfterMerge(from: string, into: string, edges: readonly BroaderEdge[]): BroaderEdge[] {
  const own = edges.filter(({ conceptId, broaderId }) => conceptId === into && broaderId !== from);
  const taken = own.length > 0 ? [] : edges.filter(({ conceptId }) => conceptId === from);
  const others = edges.filter(({ conceptId }) => conceptId !== into && conceptId !== from);
  const wanted = [
    ...own,
    ...taken.map(({ broaderId }) => ({ conceptId: into, broaderId })),
    ...others.map(({ conceptId, broaderId }) => ({
      conceptId,
      broaderId: broaderId === from ? into : broaderId,
    })),
  ];
  const kept: BroaderEdge[] = [];
  // Those that nothing is changed about come first, so that what is left out is what the merge brought.
  const isNew = (edge: BroaderEdge) => (edge.conceptId === into || edge.broaderId === into ? 1 : 0);
  for (const edge of wanted.toSorted((a, b) => isNew(a) - isNew(b))) {
    const isKnown = kept.some((k) => k.conceptId === edge.conceptId && k.broaderId === edge.broaderId);
    const closes = edge.conceptId === edge.broaderId || above([edge.broaderId], kept).has(edge.conceptId);
    if (!isKnown && !closes) kept.push(edge);
  }
  return kept;
}
