import type { FacetName } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';

/** What each facet is called above its values. */
export const facetHeadings: Record<FacetName, () => string> = {
  challenge: m.practices_facet_challenge,
  culturalForm: m.practices_facet_cultural_form,
  targetGroup: m.practices_facet_target_group,
  method: m.practices_facet_method,
  dimension: m.practices_facet_dimension,
  country: m.practices_facet_country,
  place: m.practices_fact_places,
  period: m.practices_facet_period,
  size: m.practices_facet_size,
  language: m.practices_facet_language,
};

/** Those facets that are schemes of the vocabulary, in its order. */
export const schemeFacets = ['challenge', 'culturalForm', 'targetGroup', 'method', 'dimension'] as const;
