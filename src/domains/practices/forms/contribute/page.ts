import type { z } from 'zod';
import type { DraftContent, DraftField } from '../../model.ts';
import { draftFields, draftPages, fieldsOf, type DraftPageName } from '../../rules/draft-fields.ts';
import { fieldsSchema } from './content.ts';

/** A page of the long form. Beyond the last one stands the overview: null. */
export interface DraftPage {
  readonly name: DraftPageName;
  readonly fields: readonly DraftField[];
  readonly schema: z.ZodType<Partial<DraftContent>>;
  next(answers: DraftContent): DraftPageName | null;
  previous(answers: DraftContent): DraftPageName | null;
  /** How many of its fields, and of those that are needed, have something in them. */
  summary(answers: DraftContent): { filled: number; fields: number; missing: number };
}

/** Every draft goes through all pages, one after the other. */
export function draftPage(name: DraftPageName): DraftPage {
  const fields = fieldsOf(name);
  const place = draftPages.indexOf(name);
  return {
    name,
    fields,
    schema: fieldsSchema(fields),
    next: () => draftPages[place + 1] ?? null,
    previous: () => draftPages[place - 1] ?? null,
    summary: (answers) => ({
      filled: fields.filter((field) => answers[field].length > 0).length,
      fields: fields.length,
      missing: fields.filter((field) => draftFields[field].isNeeded && answers[field].length === 0).length,
    }),
  };
}
