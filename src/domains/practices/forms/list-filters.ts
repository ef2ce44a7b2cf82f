import { z } from 'zod';
import { facetNames, sorts, type FacetName, type PracticeFilters } from '../model.ts';

/** Longest query that is read, in characters; the rest is left off. */
export const longestQuery = 200;
const mostValues = 20;
const lastPage = 1_000_000;

// Typed addresses are never refused: what cannot be meant is left off, and the page shows what it understood.
const value = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}-]+$/u);
const sort = z.enum(sorts).catch('relevance');

/** Reads the list's address: `q`, each facet's name (any number of times), `sort`, `page`. */
export function parseFilters(parameters: URLSearchParams): PracticeFilters {
  const facets = Object.fromEntries(facetNames.map((name) => [name, values(parameters, name)])) as Record<
    FacetName,
    string[]
  >;
  return {
    q: [...(parameters.get('q') ?? '').replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()]
      .slice(0, longestQuery)
      .join('')
      .trim(),
    facets,
    sort: sort.parse(parameters.get('sort') ?? undefined),
    page: pageOf(parameters.get('page')),
  };
}

/** A number beyond every list is still beyond it; what is no page's number is the first page. */
function pageOf(text: string | null): number {
  const number = Number(text ?? 1);
  if (number >= lastPage) return lastPage;
  return Number.isInteger(number) && number >= 1 ? number : 1;
}

function values(parameters: URLSearchParams, name: FacetName): string[] {
  const valid = parameters.getAll(name).flatMap((text) => value.safeParse(text).data ?? []);
  return [...new Set(valid)].slice(0, mostValues);
}

/** The address's parameters for these filters, in one order, leaving off what is usual: the same list has one address. */
export function filterParameters(filters: PracticeFilters): URLSearchParams {
  const parameters = new URLSearchParams();
  if (filters.q) parameters.set('q', filters.q);
  for (const name of facetNames) for (const code of filters.facets[name]) parameters.append(name, code);
  if (filters.sort !== 'relevance') parameters.set('sort', filters.sort);
  if (filters.page > 1) parameters.set('page', String(filters.page));
  return parameters;
}

/** The facets that a feed keeps to: what somebody would follow. Words and order are the list's alone. */
export const feedFacets = [
  'challenge',
  'culturalForm',
  'targetGroup',
  'method',
  'dimension',
  'country',
  'place',
] as const satisfies readonly FacetName[];

/** As much of the list's address as its feed keeps to. */
export function feedParameters({ facets }: PracticeFilters): URLSearchParams {
  return new URLSearchParams(feedFacets.flatMap((name) => facets[name].map((code) => [name, code])));
}

export const noFilters: PracticeFilters = parseFilters(new URLSearchParams());
