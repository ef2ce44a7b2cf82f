import type { FacetName, PracticeFilters } from '../model.ts';

/** What to take back ('facets': every filter, so that the words alone remain), and how many practices there would be then. */
export type Loosening = { drop: 'q' | 'facets' | FacetName; total: number };

/** What is known of the ways out of an empty list. */
export type WaysOut = {
  /** By facet: how many were lost to it alone. */
  missedBy: Readonly<Partial<Record<string, number>>>;
  /** How many there are when the words are left off. */
  withoutWords: number;
  /** How many the words find without any filter; asked only where no single filter is to blame. */
  withoutFacets: number;
};

/**
 * What to loosen when nothing was found, the most helpful first. Only steps that really lead to something are offered: single ones, and
 * leaving off all filters where leaving off one would not do.
 */
export function loosenings(filters: PracticeFilters, ways: WaysOut): Loosening[] {
  const facets: Loosening[] = Object.keys(filters.facets)
    .map((name) => ({ drop: name as FacetName, total: ways.missedBy[name] ?? 0 }))
    .filter(({ total }) => total > 0);
  const steps = [...facets];
  if (filters.q) steps.push({ drop: 'q', total: ways.withoutWords });
  if (filters.q && facets.length === 0) steps.push({ drop: 'facets', total: ways.withoutFacets });
  return steps.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
}
