import type { Language } from '#services/i18n/languages.ts';

/** The concept schemes (SKOS). The first four tag a practice; the fifth are the dimensions of social resilience. */
export const schemeIds = ['challenge', 'culturalForm', 'targetGroup', 'method', 'dimension'] as const;
export type SchemeId = (typeof schemeIds)[number];

/** The scheme of the words for search: notions of the field that tag nothing, and are met in texts and queries. */
export const topicScheme = 'topic';

/** Every scheme that has words to edit. */
export const editedSchemes = [...schemeIds, topicScheme] as const;
export type EditedScheme = (typeof editedSchemes)[number];

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
  /** No longer offered; what carries it keeps it. */
  isRetired: boolean;
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

/** The words for a concept in one language: preferred label ('' where it has none), scope note, usual synonyms, what people say. */
export type ConceptWords = { label: string; scopeNote: string; synonyms: string[]; spoken: string[] };

/** All that can be edited of a concept. */
export type ConceptContent = { broader: string[]; words: Record<Language, ConceptWords> };

/** A concept as the secretariat edits it. */
export type EditedConcept = ConceptContent & {
  id: string;
  schemeId: EditedScheme;
  code: string;
  isRetired: boolean;
};

/** A text in a language. */
export type Word = { language: Language; text: string };

/** Which documents of the search a change concerns: those that hold one of these notions, or could be met by one of these words. */
export type Concerned = { concepts: readonly string[]; words: readonly Word[] };
