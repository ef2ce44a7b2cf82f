import { currentConcepts, mayEditVocabulary, schemeIds } from '#domains/vocabulary/index.ts';
import type { ActContext } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { PracticeFilters } from '../model.ts';
import { conceptUse, unionUse, type ConceptUse } from '../store/retag.ts';

export type { ConceptUse };

type Asking = Pick<ActContext, 'db' | 'actor'>;

/** Where a concept is used; null: the actor may not know of drafts. */
export async function readConceptUse({ db, actor }: Asking, id: string): Promise<ConceptUse | null> {
  return mayEditVocabulary(actor, 'concept.read') ? conceptUse(db, id) : null;
}

/** What merging would do: how many practices are tagged anew, and how many will carry the second; null: the actor may not. */
export async function mergePreview(
  { db, actor }: Asking,
  from: string,
  into: string,
): Promise<{ retagged: number; drafts: number; after: number } | null> {
  if (!mayEditVocabulary(actor, 'concept.merge')) return null;
  const { practices, drafts } = await conceptUse(db, from);
  return { retagged: practices, drafts, after: await unionUse(db, [from, into]) };
}

/** The filters with the concepts as they are called now: an address may name one that was merged since. */
export async function currentFilters(db: Database, filters: PracticeFilters): Promise<PracticeFilters> {
  const asked = schemeIds.flatMap((scheme) => filters.facets[scheme].map((code) => `${scheme}:${code}`));
  if (asked.length === 0) return filters;
  const ids = await currentConcepts(db, asked);
  const facets = { ...filters.facets };
  for (const scheme of schemeIds)
    facets[scheme] = ids.filter((id) => id.startsWith(`${scheme}:`)).map((id) => id.slice(scheme.length + 1));
  return { ...filters, facets };
}
