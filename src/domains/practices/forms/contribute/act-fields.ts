import { z } from 'zod';
import type { DraftNotes } from '../../model.ts';
import { draftFieldNames } from '../../rules/draft-fields.ts';

/** The most characters of a note or a reason; as the database has it. */
export const mostNote = 4000;

const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim();
const note = z.string().transform(clean).pipe(z.string().max(mostNote));

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** The token of a form that may act once; null where it is none. */
export const readToken = (form: FormData): string | null =>
  z.uuid().safeParse(textOf(form, 'once')).data ?? null;

/** What the browser calls a file, as far as it is shown: never a path, and never trusted to say what is in it. */
export const readFileName = (name: string): string =>
  clean(name.replaceAll(/\s+/gu, ' ').replace(/^.*[/\\]/s, ''))
    .slice(0, 200)
    .toWellFormed();

/** What a check showed, of which an import is made; null where it is nothing of the kind. */
export const readShown = (form: FormData): string | null =>
  z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .safeParse(textOf(form, 'shown')).data ?? null;

/** A version's number; null where it is none. */
export const readVersion = (form: FormData, name = 'base'): number | null =>
  z.coerce.number().int().min(1).max(1_000_000).safeParse(textOf(form, name)).data ?? null;

/** A reason or message; null where it is longer than anybody reads. */
export const readText = (form: FormData, name: string): string | null =>
  note.safeParse(textOf(form, name)).data ?? null;

/** The notes of a form, by field; null where one is too long. */
export function readNotes(form: FormData): DraftNotes | null {
  const notes: DraftNotes = {};
  for (const field of draftFieldNames) {
    const text = readText(form, `note-${field}`);
    if (text === null) return null;
    if (text !== '') notes[field] = text;
  }
  return notes;
}
