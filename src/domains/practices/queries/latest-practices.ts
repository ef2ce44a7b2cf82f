import { placesById } from '#domains/places/index.ts';
import { schemeIds, vocabularyWords } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { feedFacets } from '../forms/list-filters.ts';
import type { PracticeCard, PracticeFilters } from '../model.ts';
import { practiceIdentifier } from '../rules/identifier.ts';
import { lastPublished } from '../store/recent.ts';
import { facetLabels } from './facet-labels.ts';
import { practiceCards } from './practice-cards.ts';

export type LatestPractice = PracticeCard & {
  identifier: string;
  licence: string;
  /** A day, YYYY-MM-DD. */
  publishedOn: string;
  changedAt: Date;
  concepts: { id: string; label: string }[];
};

/**
 * The practices that were put here last, newest first, under those of the filters that a feed keeps to; and what these
 * are called in the reader's language.
 */
export async function latestPractices(
  db: Database,
  facets: PracticeFilters['facets'],
  language: Language,
  limit: number,
): Promise<{ practices: LatestPractice[]; chosen: string[] }> {
  const tags = {
    conceptGroups: schemeIds
      .map((scheme) => facets[scheme].map((code) => `${scheme}:${code}`))
      .filter((ids) => ids.length > 0),
    countries: facets.country,
    places: facets.place,
  };
  const appearances = await lastPublished(db, tags, limit);
  const byId = new Map(appearances.map((appearance) => [appearance.id, appearance]));
  const { concepts, labels } = await vocabularyWords(db, language);
  const places = await placesById(db, facets.place);
  const { labelOf } = facetLabels(concepts, places.values(), language);
  const cards = await practiceCards(db, [...byId.keys()], language);
  const practices = cards.flatMap((card) => {
    const appearance = byId.get(card.id);
    const tags = card.conceptIds.map((id) => ({ id, label: labels.get(id) ?? id }));
    return appearance
      ? [{ ...card, ...appearance, identifier: practiceIdentifier(card.id), concepts: tags }]
      : [];
  });
  return { practices, chosen: feedFacets.flatMap((name) => facets[name].map((code) => labelOf(name, code))) };
}
