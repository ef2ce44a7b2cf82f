import type { SchemeId } from '#domains/vocabulary/index.ts';
import type { DraftField } from '../model.ts';
import { draftFieldNames, draftFields, type FieldKind, type FieldRule } from './draft-fields.ts';

const schemes = [
  'challenge',
  'culturalForm',
  'targetGroup',
  'method',
  'dimension',
] as const satisfies readonly SchemeId[];

/** What can be said in a cell; whatever else the form asks for is left to the form. */
const inCells: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'line',
  'text',
  'choice',
  'year',
  'money',
  'places',
  'concepts',
  'sources',
  'consent',
]);

/** A field of the form that one cell holds: topics take one a scheme, and pictures are sent on their own page. */
export type CellField = Exclude<DraftField, 'concepts' | 'pictures'>;

/** A column of practices as a table: the language, each field of the form, and for the topics one a scheme. */
export type SheetColumnId = 'language' | CellField | `topics.${SchemeId}`;

/** Of which scheme a column holds concepts; undefined for every other. */
export const schemeOf = (column: SheetColumnId): SchemeId | undefined =>
  schemes.find((scheme) => column === `topics.${scheme}`);

/** All columns in order. They are the form's fields, so that form, import and export cannot drift apart. */
export const sheetColumnIds: readonly SheetColumnId[] = [
  'language',
  ...draftFieldNames
    .filter((field) => inCells.has(draftFields[field].kind))
    .flatMap((field): SheetColumnId[] =>
      field === 'concepts'
        ? schemes.map((scheme): SheetColumnId => `topics.${scheme}`)
        : [field as CellField],
    ),
];

/** The field of the form that a column stands for; undefined for the language, which a draft has beside its fields. */
export const fieldOfColumn = (column: SheetColumnId): DraftField | undefined =>
  column === 'language' ? undefined : schemeOf(column) ? 'concepts' : (column as DraftField);

/** The column in which a problem of a field is shown: of the topics, where a challenge is missing. */
export const columnOfField = (field: DraftField): SheetColumnId =>
  field === 'concepts' ? 'topics.challenge' : (field as CellField);

/** What a column may hold, as the form asks for it; undefined for the language. */
export function ruleOfColumn(column: SheetColumnId): FieldRule | undefined {
  const field = fieldOfColumn(column);
  return field && { ...draftFields[field], isNeeded: isNeededColumn(column) };
}

/** Whether no practice can do without it: of the topics only the challenges. */
export function isNeededColumn(column: SheetColumnId): boolean {
  const field = fieldOfColumn(column);
  return field === undefined || (draftFields[field].isNeeded && columnOfField(field) === column);
}
