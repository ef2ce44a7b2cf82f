import type { DraftContent, DraftField } from '../model.ts';
import { draftFieldNames } from './draft-fields.ts';
import { wordDifference, type DifferencePart } from './word-difference.ts';

/** A field as text, lists with an entry a line. `label`: what a concept is called. */
export function fieldText(
  field: DraftField,
  content: DraftContent,
  label: (concept: string) => string,
): string {
  if (field === 'places') return content.places.join('\n');
  if (field === 'concepts') return content.concepts.map(label).join('\n');
  if (field === 'pictures')
    return content.pictures
      .map(({ digest, alt, credit, licence }) =>
        // The sign tells two pictures apart that are described alike.
        [`[${digest.slice(0, 6)}]`, alt, [credit, licence].filter(Boolean).join(', ')]
          .filter(Boolean)
          .join(' – '),
      )
      .join('\n');
  if (field === 'sources')
    return content.sources.map(({ title, url }) => `${title} ${url}`.trim()).join('\n');
  return content[field];
}

export type FieldDifference = { field: DraftField; parts: DifferencePart[] };

/** What changed between two contents, field by field in the form's order. */
export function differences(
  before: DraftContent,
  after: DraftContent,
  label: (concept: string) => string,
): FieldDifference[] {
  return draftFieldNames.flatMap((field) => {
    const parts = wordDifference(fieldText(field, before, label), fieldText(field, after, label));
    return parts.every(({ kind }) => kind === 'same') ? [] : [{ field, parts }];
  });
}
