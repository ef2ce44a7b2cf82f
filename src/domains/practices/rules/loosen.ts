import type { FacetName, PracticeFilters } from '../model.ts';

/** One thing to take back, and how many practices there would be then. */
export type Loosening = { drop: 'q' | FacetName; total: number };

/**
 * What to loosen when nothing was found, the most helpful first. Only single steps that really lead to something are offered.
 * `missedBy`: how many were lost to one facet alone; `withoutWords`: how many there are when the words are left off.
 */
export function loosenings(
  filters: PracticeFilters,
  missedBy: Readonly<Partial<Record<string, number>>>,
  withoutWords: number,
): Loosening[] {
  const steps: Loosening[] = Object.keys(filters.facets).map((name) => ({
    drop: name as FacetName,
    total: missedBy[name] ?? 0,
  }));
  if (filters.q) steps.push({ drop: 'q', total: withoutWords });
  return steps.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
}
