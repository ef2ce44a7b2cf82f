import { z } from 'zod';
import type { DraftContent, DraftField } from '../../model.ts';
import { draftFieldNames, draftFields, type FieldKind } from '../../rules/draft-fields.ts';

// What is kept is what was typed; what is too much for any reader is refused before it is kept.
const MOST_LINE = 2000;
const MOST_TEXT = 40_000;
const MOST_ENTRIES = 100;

/** As typed, without what no text has: controls, halves of characters, and a browser's two signs for one end of line. */
const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim();

const line = z
  .string()
  .max(MOST_LINE)
  .transform((text) => cleaned(text).replaceAll(/\s+/gu, ' '));
const text = z.string().max(MOST_TEXT).transform(cleaned);
const pictures = z
  .array(z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), alt: line, credit: line, licence: line }))
  .max(MOST_ENTRIES)
  .transform((list) =>
    [...new Map(list.toReversed().map((picture) => [picture.digest, picture])).values()].toReversed(),
  )
  // Versions of before there were pictures have none.
  .default([]);
const filled = <T extends { title: string; url: string } | string>(list: T[]): T[] =>
  list.filter((entry) => (typeof entry === 'string' ? entry !== '' : entry.title !== '' || entry.url !== ''));

const places = z.array(line).max(MOST_ENTRIES).transform(filled);
const concepts = z
  .array(z.string().regex(/^[a-zA-Z]{1,40}:[a-z0-9-]{1,80}$/))
  .max(MOST_ENTRIES)
  .transform((ids) => [...new Set(ids)].toSorted());
const sources = z
  .array(z.object({ title: line, url: line }))
  .max(MOST_ENTRIES)
  .transform(filled);

const schemas: Partial<Record<FieldKind, z.ZodType>> = { places, concepts, pictures, sources, text };
const schemaOf = (kind: FieldKind): z.ZodType => schemas[kind] ?? line;

/** The schema of some of a draft's fields. */
export function fieldsSchema(fields: readonly DraftField[]): z.ZodType<Partial<DraftContent>> {
  return z.strictObject(
    Object.fromEntries(fields.map((field) => [field, schemaOf(draftFields[field].kind)])),
  ) as z.ZodType<Partial<DraftContent>>;
}

/** A whole draft as it is stored. */
export const contentSchema = fieldsSchema(draftFieldNames) as z.ZodType<DraftContent>;
