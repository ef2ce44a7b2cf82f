import type { ConceptId, SchemeId } from '#domains/vocabulary/index.ts';
import type { Place } from '#domains/places/index.ts';
import type { PersonId } from '#domains/accounts/index.ts';
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
export type Source = { url: string; readOn: string; title: string | null };

/**
 * A picture of a practice. `digest` names it in addresses; `alt` says what it shows, in the practice's original language; sides of its
 * largest file, in pixels. The first of a practice is its cover.
 */
export type PracticePicture = {
  digest: string;
  alt: string;
  credit: string;
  licence: PictureLicence;
  width: number;
  height: number;
};

/** Under what others may use a picture; `permission`: not at all, it is shown with its owner's permission. */
export const pictureLicences = ['CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0', 'permission'] as const;
export type PictureLicence = (typeof pictureLicences)[number];

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
  ownerId: PersonId | null;
  /** The town whose team cares for it together with the owner. */
  teamPlaceId: string | null;
  texts: PracticeText[];
  placeIds: string[];
  conceptIds: ConceptId[];
  partners: string[];
  sources: Source[];
  pictures: PracticePicture[];
};

/** What a practice's cover is drawn from: its identifier, and the codes of the dimensions that it serves. */
export type Cover = { seed: string; dimensions: string[] };

/** A picture with the names of its files, which end its addresses: WebP, the narrowest first, and one JPEG. Widths in pixels. */
export type ShownPicture = PracticePicture & { webp: { name: string; width: number }[]; jpeg: string };

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
  /** Its first picture; null where it has none, and the cover is drawn. */
  photo: ShownPicture | null;
};

/** A card as it is stored: with its places' names in every language, from which the reader's is chosen. */
export type StoredCard = Omit<PracticeCard, 'places' | 'cover' | 'photo'> & {
  photo: PracticePicture | null;
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

/** Where a draft stands; see rules/workflow.ts. */
export const draftStates = [
  'draft',
  'submitted',
  'in-review',
  'changes-asked',
  'published',
  'archived',
  'withdrawn',
] as const;
export type DraftState = (typeof draftStates)[number];

/** A draft without its content. */
export type Draft = {
  id: number;
  /** Null while nothing of it is published. */
  practiceId: number | null;
  language: Language;
  state: DraftState;
  ownerId: PersonId | null;
  teamPlaceId: string | null;
  reviewerId: PersonId | null;
  /** Number of the newest version. */
  version: number;
  /** Why it was archived. */
  reason: string | null;
  changedAt: Date;
  submittedAt: Date | null;
};

export type DraftSource = { title: string; url: string };

/** A picture as somebody described it; `licence` is one of `pictureLicences`, or nothing yet. */
export type DraftPicture = { digest: string; alt: string; credit: string; licence: string };

/** What a draft says, as it was typed: nothing is thrown away for being wrong, `rules/draft-problems.ts` names what is. */
export type DraftContent = {
  title: string;
  teaser: string;
  /** Names of places, in any language. */
  places: string[];
  course: string;
  yearStart: string;
  yearEnd: string;
  organiser: string;
  /** One a line. */
  partners: string;
  summary: string;
  challenge: string;
  participants: string;
  whatWasDone: string;
  firstSteps: string;
  whatWentWrong: string;
  timeToFirstEvent: string;
  effort: string;
  outcomes: string;
  outcomeEvidence: string;
  costEur: string;
  costNote: string;
  funding: string;
  concepts: string[];
  pictures: DraftPicture[];
  sources: DraftSource[];
  /** 'yes' once the writer may give this away under the licence. */
  consent: string;
};
export type DraftField = keyof DraftContent;

export type DraftVersion = {
  number: number;
  authorId: PersonId | null;
  /** As the person is called now; null when erased. */
  authorName: string | null;
  writtenAt: Date;
  content: DraftContent;
  changed: DraftField[];
  restoredFrom: number | null;
};

/** The reviewer's notes by field. */
export type DraftNotes = Partial<Record<DraftField, string>>;

/** What a translation says in another language; all else of a practice is the same in every language, or a name. */
export const translatedFields = [
  'title',
  'teaser',
  'challenge',
  'participants',
  'summary',
  'whatWasDone',
  'firstSteps',
  'whatWentWrong',
  'timeToFirstEvent',
  'effort',
  'outcomes',
  'costNote',
  'funding',
] as const satisfies readonly (DraftField & keyof PracticeText)[];
export type TranslatedField = (typeof translatedFields)[number];

/** A translation as it was typed; '' where nothing was. */
export type TranslationContent = Record<TranslatedField, string>;

/** How a practice stands in a language that is not its own, what is to be done first, first. */
export const translationStates = ['stale', 'missing', 'machine', 'reviewed'] as const;
export type TranslationState = (typeof translationStates)[number];

/** Who wrote a version of a translation: what readers had before anybody wrote, a person, or a machine. */
export type TranslationOrigin = 'published' | 'person' | 'machine';

export type TranslationVersion = {
  number: number;
  origin: TranslationOrigin;
  /** As the person is called now; null of a machine, or when erased. */
  authorName: string | null;
  writtenAt: Date;
  content: TranslationContent;
};

/** Why there is no machine translation: the limit of characters (of this site or the provider) is used up, it was refused, or nobody answered. */
export type MachineProblem = 'quota' | 'refused' | 'unreachable';

/** A translation in the making. */
export type Translation = {
  practiceId: number;
  language: Language;
  /** Of the newest version; 0 before anybody wrote. */
  version: number;
  /** The version that readers are given. */
  publishedVersion: number | null;
  /** The original's words that the published text was checked against, or made from; null where not known. */
  basis: TranslationContent | null;
  changedAt: Date;
  machine: { state: 'waiting' | 'failed'; problem: MachineProblem | null } | null;
};
