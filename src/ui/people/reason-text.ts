import { currentLanguage, isLanguage, languageName, m } from '#services/i18n/index.ts';
import type { ShownProblem } from '../forms/problem-text.ts';
import type { Problem } from '../forms/read-form.ts';

type Params = Readonly<Record<string, string | number>>;

const named = (language: string | number | undefined): string =>
  typeof language === 'string' && isLanguage(language) ? languageName(language, currentLanguage()) : '';

const texts: Readonly<Record<string, (params: Params) => string>> = {
  people_refused_not_allowed: m.people_refused_not_allowed,
  people_refused_not_found: m.people_refused_not_found,
  people_refused_scope: m.people_refused_scope,
  people_refused_last_owner: m.people_refused_last_owner,
  people_refused_last_secretariat: m.people_refused_last_secretariat,
  people_refused_holds: m.people_refused_holds,
  people_refused_invited: m.people_refused_invited,
  people_refused_invitation_over: m.people_refused_invitation_over,
  people_refused_other_address: m.people_refused_other_address,
  people_refused_in_team: m.people_refused_in_team,
  people_refused_town_taken: m.people_refused_town_taken,
  people_refused_decided: m.people_refused_decided,
  people_error_email: m.people_error_email,
  people_error_role: m.people_error_role,
  people_error_long: m.people_error_long,
  people_error_organisation: m.people_error_organisation,
  people_error_job_title: m.people_error_job_title,
  people_error_letter: m.people_error_letter,
  people_error_reason: m.people_error_reason,
  site_too_long: m.site_too_long,
  site_contact_wrong: m.site_contact_wrong,
  vocabulary_refused_fixed: m.vocabulary_refused_fixed,
  vocabulary_refused_into: m.vocabulary_refused_into,
  vocabulary_refused_circle: m.vocabulary_refused_circle,
  vocabulary_refused_changed: m.vocabulary_refused_changed,
  vocabulary_error_label_needed: m.vocabulary_error_label_needed,
  vocabulary_error_label_long: m.vocabulary_error_label_long,
  vocabulary_error_note_long: m.vocabulary_error_note_long,
  vocabulary_error_term_long: m.vocabulary_error_term_long,
  vocabulary_error_terms_many: m.vocabulary_error_terms_many,
  vocabulary_error_words_without_label: m.vocabulary_error_words_without_label,
  vocabulary_error_broader: m.vocabulary_error_broader,
  vocabulary_error_twice: ({ concept = '', language }) =>
    m.vocabulary_error_twice({ concept, language: named(language) }),
  vocabulary_warning_missing: ({ language }) => m.vocabulary_warning_missing({ language: named(language) }),
  vocabulary_warning_same: ({ first, second, label = '' }) =>
    m.vocabulary_warning_same({ first: named(first), second: named(second), label }),
  vocabulary_warning_claimed: ({ language, text = '', concept = '' }) =>
    m.vocabulary_warning_claimed({ language: named(language), text, concept }),
};

/** A reason of a refusal, or a problem of a field, in words. What is not known by name is "correct this". */
export const reasonText = (key: string, params: Params = {}): string =>
  (Object.hasOwn(texts, key) ? texts[key]?.(params) : undefined) ?? m.ui_error_4xx_text();

/** What a form action hands back, with texts; `idOf` where a field's id is not its name. */
export const shown = (
  problems: readonly Problem[] | undefined,
  idOf: (field: string) => string = (field) => field,
): ShownProblem[] =>
  (problems ?? []).map(({ field, key, params }) => ({
    field: field === null ? null : idOf(field),
    text: reasonText(key, params),
  }));

const done = {
  granted: m.people_done_granted,
  revoked: m.people_done_revoked,
  left: m.people_done_left,
  invited: m.people_done_invited,
  withdrawn: m.people_done_withdrawn,
  accepted: m.people_done_accepted,
  sessions: m.people_done_sessions,
  decided: m.people_done_decided,
  claimed: m.people_done_claimed,
  saved: m.site_saved,
  concept: m.vocabulary_done_saved,
  merged: m.vocabulary_done_merged,
  retired: m.vocabulary_done_retired,
  offered: m.vocabulary_done_offered,
};
export type Done = keyof typeof done;

/** What became of the last act, as the address says it; null where it says nothing of ours. */
export const doneText = (name: string | null): string | null =>
  name !== null && Object.hasOwn(done, name) ? done[name as Done]() : null;
