import { pictureLicences, type DraftContent, type DraftField } from '../model.ts';

export const draftPages = ['place', 'problem', 'done', 'outcomes', 'topics', 'pictures', 'sources'] as const;
export type DraftPageName = (typeof draftPages)[number];

/** `line`: one line; `text`: paragraphs; `choice`: one of `choices`, or nothing. */
export type FieldKind =
  'line' | 'text' | 'choice' | 'year' | 'money' | 'places' | 'concepts' | 'pictures' | 'sources' | 'consent';

export interface FieldRule {
  readonly page: DraftPageName;
  readonly kind: FieldKind;
  /** Whether a practice cannot be submitted without it. */
  readonly isNeeded: boolean;
  /** The most characters that readers get; of lists, the most entries. */
  readonly most: number;
  readonly choices?: readonly string[];
}

const rule = (
  page: DraftPageName,
  kind: FieldKind,
  most: number,
  more: Partial<Pick<FieldRule, 'isNeeded' | 'choices'>> = {},
): FieldRule => ({ page, kind, most, isNeeded: false, ...more });
const needed = { isNeeded: true };

/** What a draft is asked for, in the order of the form: product.md §1. */
export const draftFields: Readonly<Record<DraftField, FieldRule>> = {
  title: rule('place', 'line', 120, needed),
  teaser: rule('place', 'text', 200, needed),
  places: rule('place', 'places', 3, needed),
  course: rule('place', 'choice', 20, { ...needed, choices: ['ongoing', 'carried-out', 'planned'] }),
  yearStart: rule('place', 'year', 4),
  yearEnd: rule('place', 'year', 4),
  organiser: rule('place', 'line', 200, needed),
  partners: rule('place', 'text', 2000),
  challenge: rule('problem', 'text', 4000, needed),
  participants: rule('problem', 'line', 500),
  summary: rule('done', 'text', 2000, needed),
  whatWasDone: rule('done', 'text', 8000, needed),
  firstSteps: rule('done', 'text', 4000),
  whatWentWrong: rule('done', 'text', 4000),
  timeToFirstEvent: rule('done', 'line', 200),
  effort: rule('done', 'line', 300),
  outcomes: rule('outcomes', 'text', 4000, needed),
  outcomeEvidence: rule('outcomes', 'choice', 20, {
    choices: ['count', 'survey', 'evaluation', 'testimony'],
  }),
  costEur: rule('outcomes', 'money', 20),
  costNote: rule('outcomes', 'line', 500),
  funding: rule('outcomes', 'line', 500),
  concepts: rule('topics', 'concepts', 30, needed),
  pictures: rule('pictures', 'pictures', 6, { choices: pictureLicences }),
  sources: rule('sources', 'sources', 8, needed),
  consent: rule('sources', 'consent', 3, needed),
};

export const draftFieldNames = Object.keys(draftFields) as DraftField[];

/** The fields of one page of the form. */
export const fieldsOf = (page: DraftPageName): DraftField[] =>
  draftFieldNames.filter((field) => draftFields[field].page === page);

/** A draft that nobody has typed into. */
export const emptyContent: DraftContent = {
  ...(Object.fromEntries(draftFieldNames.map((field) => [field, ''])) as unknown as DraftContent),
  places: [],
  concepts: [],
  pictures: [],
  sources: [],
};

/** Whether a field says the same in two contents. */
export const isSame = (field: DraftField, a: DraftContent, b: DraftContent): boolean =>
  JSON.stringify(asEntries(a[field])) === JSON.stringify(asEntries(b[field]));

/** Stored JSON does not keep the order of keys. */
const asEntries = (value: DraftContent[DraftField]): unknown =>
  typeof value === 'string'
    ? value
    : value.map((entry) => {
        if (typeof entry === 'string') return entry;
        return 'digest' in entry
          ? [entry.digest, entry.alt, entry.credit, entry.licence]
          : [entry.title, entry.url];
      });

/** The fields that differ. */
export const changedFields = (before: DraftContent, after: DraftContent): DraftField[] =>
  draftFieldNames.filter((field) => !isSame(field, before, after));
