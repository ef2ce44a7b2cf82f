import type { ConceptId, SchemeId } from '#domains/vocabulary/index.ts';
import type { Place } from '#domains/places/index.ts';
import type { Language } from '#services/i18n/languages.ts';

/** What a text in a language is: written so, made by a machine, read by a person, or older than its original. */
export type TextState = 'original' | 'machine' | 'reviewed' | 'stale';

/** What an outcome rests on. */
export type Evidence = 'count' | 'survey' | 'evaluation' | 'testimony';

/** Whether the practice is a plan, is going on, or has been carried out. */
export type Course = 'planned' | 'ongoing' | 'carried-out';

/** The parts of a practice's text that a reader reads under headings of their own; null where nothing is known. */
export type PracticeBody = {
  summary: string | null;
  challenge: string | null;
  whatWasDone: string | null;
  firstSteps: string | null;
  whatWentWrong: string | null;
  outcomes: string | null;
  outcomeEvidence: Evidence | null;
  participants: string | null;
  effort: string | null;
  timeToFirstEvent: string | null;
  costNote: string | null;
  funding: string | null;
};

export type PracticeText = PracticeBody & {
  language: Language;
  state: TextState;
  title: string;
  teaser: string;
};

/** Where a practice's facts come from. `readOn` is a day, YYYY-MM-DD. */
export type Source = { url: string; readOn: string };

/** A practice with all its languages. Years are calendar years; cost in whole euros. */
export type Practice = {
  id: number;
  slug: string;
  originalLanguage: Language;
  state: 'published' | 'archived';
  course: Course | null;
  yearStart: number | null;
  yearEnd: number | null;
  organiser: string | null;
  costEur: number | null;
  licence: string;
  verifiedOn: string | null;
  publishedOn: string;
  changedAt: Date;
  texts: PracticeText[];
  placeIds: string[];
  conceptIds: ConceptId[];
  partners: string[];
  sources: Source[];
};

/** What a practice's cover is drawn from: its identifier, and the codes of the dimensions that it serves. */
export type Cover = { seed: string; dimensions: string[] };

/** A practice as a list shows it, in one language. */
export type PracticeCard = {
  id: number;
  slug: string;
  title: string;
  teaser: string;
  language: Language;
  state: TextState;
  course: Course | null;
  yearStart: number | null;
  yearEnd: number | null;
  places: (Pick<Place, 'id' | 'name' | 'countryCode'> & { displayName: string })[];
  conceptIds: ConceptId[];
  cover: Cover;
};

/** A card as it is stored: with its places' names in every language, from which the reader's is chosen. */
export type StoredCard = Omit<PracticeCard, 'places' | 'cover'> & {
  places: Pick<Place, 'id' | 'name' | 'names' | 'countryCode'>[];
};

/**
 * The facets by which practices are filtered: the vocabularies' schemes and six facts. The schemes stand here by name,
 * since a model takes only types of another room.
 */
export const facetNames = [
  'challenge',
  'culturalForm',
  'targetGroup',
  'method',
  'dimension',
  'country',
  'place',
  'period',
  'size',
  'language',
] as const satisfies readonly (SchemeId | 'country' | 'place' | 'period' | 'size' | 'language')[];
export type FacetName = (typeof facetNames)[number];

export const sorts = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof sorts)[number];

/** What a reader asks of the list. `page` counts from 1. */
export type PracticeFilters = { q: string; facets: Record<FacetName, string[]>; sort: Sort; page: number };
