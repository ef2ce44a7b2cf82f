import type { SchemeId } from '#domains/vocabulary/index.ts';

/** A practice as `db/seed/practices/practices.json` writes it. */
export type SeedPractice = {
  number: number;
  slug: string;
  title: string;
  teaser: string;
  originalLanguage: string;
  summary: string;
  challengeText: string | null;
  whatWasDone: string | null;
  firstSteps: string | null;
  whatWentWrong: string | null;
  outcomes: string | null;
  outcomeEvidence: string | null;
  organiser: string | null;
  partners: string[];
  participants: string | null;
  effort: string | null;
  timeToFirstEvent: string | null;
  costEur: number | null;
  costNote: string | null;
  funding: string | null;
  yearStart: number | null;
  yearEnd: number | null;
  status: string | null;
  places: string[];
  sources: { url: string; readOn: string }[];
} & Record<`${SchemeId}s`, string[]>;

export type SeedTranslations = Record<string, { title: string; teaser: string }>;

// The day on which the collection was put together: its practices count as verified and published then.
const collectedOn = '2026-11-23';

export function practiceRow(practice: SeedPractice) {
  return {
    id: practice.number,
    slug: practice.slug,
    original_language: practice.originalLanguage,
    course: practice.status,
    year_start: practice.yearStart,
    year_end: practice.yearEnd,
    organiser: practice.organiser,
    cost_eur: practice.costEur,
    licence: 'CC BY 4.0',
    verified_on: collectedOn,
    published_on: collectedOn,
  };
}

export function textRow(practice: SeedPractice) {
  return {
    practice_id: practice.number,
    language: practice.originalLanguage,
    state: 'original',
    title: practice.title,
    teaser: practice.teaser,
    summary: practice.summary,
    challenge: practice.challengeText,
    what_was_done: practice.whatWasDone,
    first_steps: practice.firstSteps,
    what_went_wrong: practice.whatWentWrong,
    outcomes: practice.outcomes,
    outcome_evidence: practice.outcomeEvidence,
    participants: practice.participants,
    effort: practice.effort,
    time_to_first_event: practice.timeToFirstEvent,
    cost_note: practice.costNote,
    funding: practice.funding,
  };
}

export function translationRow(
  practice: SeedPractice,
  language: string,
  { title, teaser }: { title: string; teaser: string },
) {
  return { practice_id: practice.number, language, state: 'machine', title, teaser };
}
