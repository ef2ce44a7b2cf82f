/** The concept schemes (SKOS). The first four tag a practice; the fifth are the dimensions of social resilience. */
export const schemeIds = ['challenge', 'culturalForm', 'targetGroup', 'method', 'dimension'] as const;
export type SchemeId = (typeof schemeIds)[number];

/** The scheme of the words for search: notions of the field that tag nothing, and are met in texts and queries. */
export const topicScheme = 'topic';

/** '<scheme>:<code>', for example 'challenge:loneliness'. Never changes once published. */
export type ConceptId = `${SchemeId}:${string}`;

/** A concept as one reader sees it. */
export type Concept = {
  id: ConceptId;
  schemeId: SchemeId;
  code: string;
  broaderId: ConceptId | null;
  label: string;
  scopeNote: string;
};

export type Scheme = {
  id: SchemeId;
  label: string;
  labelPlural: string;
  scopeNote: string;
  concepts: Concept[];
};

/** What the editors read: this challenge is chiefly worked on through these dimensions. */
export type ChallengeDimension = { challengeId: ConceptId; dimensionId: ConceptId; reason: string };

/** A concept of any scheme, topics included, with every word for it by language. */
export type ThesaurusConcept = { id: string; broader: string[]; terms: Record<string, string[]> };
