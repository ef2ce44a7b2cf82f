import type { DraftProblem, ProblemKey } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { fieldNames } from './field-names.ts';

type Values = Record<string, string | number>;
const text = (values: Values, name: string): string => String(values[name] ?? '');

const problemTexts: Record<ProblemKey, (values: Values) => string> = {
  contribute_problem_missing: () => m.contribute_problem_missing(),
  contribute_problem_long: (v) =>
    m.contribute_problem_long({ length: text(v, 'length'), most: text(v, 'most') }),
  contribute_problem_choice: () => m.contribute_problem_choice(),
  contribute_problem_year: () => m.contribute_problem_year(),
  contribute_problem_years: () => m.contribute_problem_years(),
  contribute_problem_money: () => m.contribute_problem_money(),
  contribute_problem_place: (v) => m.contribute_problem_place({ name: text(v, 'name') }),
  contribute_problem_places: (v) => m.contribute_problem_places({ name: text(v, 'name') }),
  contribute_problem_challenge: () => m.contribute_problem_challenge(),
  contribute_problem_concept: () => m.contribute_problem_concept(),
  contribute_problem_source: (v) => m.contribute_problem_source({ source: text(v, 'source') }),
  contribute_problem_many: (v) => m.contribute_problem_many({ most: text(v, 'most') }),
  contribute_problem_picture_gone: (v) => m.contribute_problem_picture_gone({ number: text(v, 'number') }),
  contribute_problem_picture_alt: (v) => m.contribute_problem_picture_alt({ number: text(v, 'number') }),
  contribute_problem_picture_alt_long: (v) =>
    m.contribute_problem_picture_alt_long({ number: text(v, 'number'), most: text(v, 'most') }),
  contribute_problem_picture_credit: (v) =>
    m.contribute_problem_picture_credit({ number: text(v, 'number') }),
  contribute_problem_picture_credit_long: (v) =>
    m.contribute_problem_picture_credit_long({ number: text(v, 'number'), most: text(v, 'most') }),
  contribute_problem_picture_licence: (v) =>
    m.contribute_problem_picture_licence({ number: text(v, 'number') }),
};

export const isProblemKey = (key: string): key is ProblemKey => Object.hasOwn(problemTexts, key);

/** What is wrong with a field, in the reader's language. */
export const problemText = ({ key, params = {} }: Pick<DraftProblem, 'key' | 'params'>): string =>
  problemTexts[key](params);

/** The same for a list of problems, where the field must be named too. */
export const namedProblem = (problem: DraftProblem): string =>
  `${fieldNames[problem.field]()}: ${problemText(problem)}`;

const refusals: Record<string, () => string> = {
  contribute_refused_visitor: m.contribute_refused_visitor,
  contribute_refused_part: m.contribute_refused_part,
  contribute_refused_own: m.contribute_refused_own,
  contribute_refused_state: m.contribute_refused_state,
  contribute_refused_gone: m.contribute_refused_gone,
  contribute_refused_open: m.contribute_refused_open,
  contribute_refused_incomplete: m.contribute_refused_incomplete,
  contribute_refused_notes: m.contribute_refused_notes,
  contribute_refused_reason: m.contribute_refused_reason,
  contribute_refused_message: m.contribute_refused_message,
  contribute_refused_often: m.contribute_refused_often,
  contribute_refused_many: m.contribute_refused_many,
  contribute_refused_pictures: m.contribute_refused_pictures,
  contribute_refused_pictures_often: m.contribute_refused_pictures_often,
  contribute_refused_picture_gone: m.contribute_refused_picture_gone,
  contribute_conflict_text: m.contribute_conflict_text,
  contribute_problem_text: m.contribute_problem_text,
  translate_refused_original: m.translate_refused_original,
  translate_refused_changed: m.translate_refused_changed,
  translate_refused_off: m.translate_refused_off,
  translate_refused_checked: m.translate_refused_checked,
  translate_refused_limit: m.translate_refused_limit,
};

/** Why an act was refused. Throws at a reason that no text is known for. */
export function refusalText(key: string): string {
  const said = refusals[key];
  if (!said) throw new Error(`No text for the refusal ${key}`);
  return said();
}
