import type { DraftField, DraftPageName, DraftState } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { courseNames } from '../practice/course-names.ts';

/** What each field of a draft is called: where readers will see it under a heading, by that heading. */
export const fieldNames: Record<DraftField, () => string> = {
  title: m.contribute_field_title,
  teaser: m.contribute_field_teaser,
  places: m.practices_fact_places,
  course: m.practices_fact_course,
  yearStart: m.contribute_field_year_start,
  yearEnd: m.contribute_field_year_end,
  organiser: m.practices_fact_organiser,
  partners: m.practices_fact_partners,
  challenge: m.practices_part_challenge,
  participants: m.practices_fact_participants,
  summary: m.contribute_field_summary,
  whatWasDone: m.practices_part_done,
  firstSteps: m.practices_part_first_steps,
  whatWentWrong: m.practices_part_wrong,
  timeToFirstEvent: m.practices_fact_first_event,
  effort: m.practices_fact_effort,
  outcomes: m.practices_part_outcomes,
  outcomeEvidence: m.contribute_field_evidence,
  costEur: m.contribute_field_cost,
  costNote: m.contribute_field_cost_note,
  funding: m.practices_fact_funding,
  concepts: m.contribute_page_topics,
  pictures: m.practices_pictures,
  sources: m.practices_sources,
  consent: m.contribute_field_consent,
};

export const fieldHints: Partial<Record<DraftField, () => string>> = {
  teaser: m.contribute_hint_teaser,
  places: m.contribute_hint_places,
  yearEnd: m.contribute_hint_year_end,
  partners: m.contribute_hint_partners,
  challenge: m.contribute_hint_challenge,
  whatWasDone: m.contribute_hint_done,
  firstSteps: m.contribute_hint_first_steps,
  whatWentWrong: m.contribute_hint_wrong,
  outcomes: m.contribute_hint_outcomes,
  costEur: m.contribute_hint_cost,
  concepts: m.contribute_hint_topics,
  sources: m.contribute_hint_sources,
};

export const pageNames: Record<DraftPageName, () => string> = {
  place: m.contribute_page_place,
  problem: m.contribute_page_problem,
  done: m.contribute_page_done,
  outcomes: m.contribute_page_outcomes,
  topics: m.contribute_page_topics,
  pictures: m.practices_pictures,
  sources: m.contribute_page_sources,
};

export const stateNames: Record<DraftState, () => string> = {
  draft: m.contribute_state_draft,
  submitted: m.contribute_state_submitted,
  'in-review': m.contribute_state_in_review,
  'changes-asked': m.contribute_state_changes_asked,
  published: m.contribute_state_published,
  archived: m.contribute_state_archived,
  withdrawn: m.contribute_state_withdrawn,
};

/** The answers of the fields that have some. */
export const choiceNames: Record<string, () => string> = {
  ...courseNames,
  count: m.practices_evidence_count,
  survey: m.practices_evidence_survey,
  evaluation: m.practices_evidence_evaluation,
  testimony: m.practices_evidence_testimony,
};
