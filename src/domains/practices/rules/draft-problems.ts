import type { DraftContent, DraftField } from '../model.ts';
import { draftFieldNames, draftFields, type FieldRule } from './draft-fields.ts';
import { wrongInPicture } from './draft-pictures.ts';
import { readEuros, readYear } from './numbers-typed.ts';

/** What is wrong with a field: a message key and its values. */
export type DraftProblem = {
  field: DraftField;
  key: ProblemKey;
  params?: Record<string, string | number>;
  /** Nothing was typed yet: named before submission, not while somebody is still writing. */
  isMissing: boolean;
};
export type ProblemKey =
  | 'contribute_problem_missing'
  | 'contribute_problem_long'
  | 'contribute_problem_choice'
  | 'contribute_problem_year'
  | 'contribute_problem_years'
  | 'contribute_problem_money'
  | 'contribute_problem_place'
  | 'contribute_problem_places'
  | 'contribute_problem_challenge'
  | 'contribute_problem_concept'
  | 'contribute_problem_source'
  | 'contribute_problem_many'
  | 'contribute_problem_picture_gone'
  | 'contribute_problem_picture_alt'
  | 'contribute_problem_picture_alt_long'
  | 'contribute_problem_picture_credit'
  | 'contribute_problem_picture_credit_long'
  | 'contribute_problem_picture_licence';

/** What the rule cannot know by itself. */
export type KnownOfDraft = {
  /** How many places a typed name can mean. */
  meanings: (name: string) => number;
  isConcept: (id: string) => boolean;
  /** Whether a picture is still kept. */
  isPicture: (digest: string) => boolean;
};

type Found = Omit<DraftProblem, 'field' | 'isMissing'> & { isMissing?: boolean };

/** Everything that stands between a draft and its submission, in the order of the form. */
export function draftProblems(content: DraftContent, known: KnownOfDraft): DraftProblem[] {
  return draftFieldNames.flatMap((field) => {
    const rule = draftFields[field];
    const found = isEmpty(content[field])
      ? rule.isNeeded
        ? [{ key: 'contribute_problem_missing' as const, isMissing: true }]
        : []
      : wrongIn(content, field, rule, known);
    return found.map((problem) => ({ isMissing: false, ...problem, field }));
  });
}

const isEmpty = (value: DraftContent[DraftField]): boolean => value.length === 0;

function wrongIn(content: DraftContent, field: DraftField, rule: FieldRule, known: KnownOfDraft): Found[] {
  const value = content[field];
  if (typeof value !== 'string') return wrongInList(content, rule, known);
  if (rule.kind === 'choice')
    return rule.choices?.includes(value) ? [] : [{ key: 'contribute_problem_choice' }];
  if (rule.kind === 'consent')
    return value === 'yes' ? [] : [{ key: 'contribute_problem_missing', isMissing: true }];
  if (rule.kind === 'year') return wrongInYear(content, field, value);
  if (rule.kind === 'money')
    return readEuros(value) === undefined ? [{ key: 'contribute_problem_money' }] : [];
  return tooLong(value, rule.most);
}

function tooLong(value: string, most: number): Found[] {
  const length = [...value].length;
  return length > most ? [{ key: 'contribute_problem_long', params: { length, most } }] : [];
}

function wrongInYear(content: DraftContent, field: DraftField, value: string): Found[] {
  const year = readYear(value);
  if (year === undefined) return [{ key: 'contribute_problem_year' }];
  const start = readYear(content.yearStart);
  // Said once, at the second of the two.
  const isBackwards = field === 'yearEnd' && year !== null && typeof start === 'number' && year < start;
  return isBackwards ? [{ key: 'contribute_problem_years' }] : [];
}

function wrongInList(content: DraftContent, rule: FieldRule, known: KnownOfDraft): Found[] {
  if (rule.kind === 'places')
    return [
      ...tooMany(content.places, rule.most),
      ...content.places.flatMap((name): Found[] => {
        const count = known.meanings(name);
        if (count === 1) return [];
        const key = count === 0 ? 'contribute_problem_place' : 'contribute_problem_places';
        return [{ key, params: { name } }];
      }),
    ];
  if (rule.kind === 'concepts')
    return [
      ...tooMany(content.concepts, rule.most),
      ...(content.concepts.every((id) => known.isConcept(id))
        ? []
        : [{ key: 'contribute_problem_concept' as const }]),
      ...(content.concepts.some((id) => id.startsWith('challenge:'))
        ? []
        : [{ key: 'contribute_problem_challenge' as const, isMissing: true }]),
    ];
  if (rule.kind === 'pictures')
    return [
      ...tooMany(content.pictures, rule.most),
      ...content.pictures.flatMap((picture, n) => wrongInPicture(picture, n + 1, known.isPicture)),
    ];
  return [
    ...tooMany(content.sources, rule.most),
    ...content.sources.flatMap(({ title, url }): Found[] =>
      isWebAddress(url) && title !== ''
        ? tooLong(title, 300)
        : [{ key: 'contribute_problem_source', params: { source: title || url } }],
    ),
  ];
}

const tooMany = (list: readonly unknown[], most: number): Found[] =>
  list.length > most ? [{ key: 'contribute_problem_many', params: { most } }] : [];

/** An address that readers can follow, without anybody's password in it. */
export function isWebAddress(text: string): boolean {
  if (/\s/.test(text) || text.length > 2000) return false;
  try {
    const { protocol, username, password, hostname } = new URL(text);
    return (
      ['http:', 'https:'].includes(protocol) && username === '' && password === '' && hostname.includes('.')
    );
  } catch {
    return false;
  }
}
