import { z } from 'zod';
import { isLanguage, type Language } from '#services/i18n/languages.ts';
import {
  translatedFields,
  translationStates,
  type TranslationContent,
  type TranslationState,
} from '../model.ts';
import { fieldsSchema } from './contribute/content.ts';

/** A whole translation as it is stored. */
export const translationSchema = fieldsSchema(translatedFields) as unknown as z.ZodType<TranslationContent>;

/** What a form holds of a translation; a field that it lacks was not on the page and stays as it is. */
export function readTranslatedFields(form: FormData): {
  raw: Partial<TranslationContent>;
  /** Null where something is too long to be kept. */
  typed: Partial<TranslationContent> | null;
} {
  const there = translatedFields.filter((field) => typeof form.get(field) === 'string');
  const raw = Object.fromEntries(
    there.map((field) => [field, form.get(field)]),
  ) as Partial<TranslationContent>;
  const read = fieldsSchema(there).safeParse(raw);
  return { raw, typed: read.success ? (read.data as Partial<TranslationContent>) : null };
}

/** The version that the translator saw; 0 before anybody wrote. Null where it is none. */
export const readSeenVersion = (form: FormData): number | null =>
  z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .safeParse(form.get('base') || null).data ?? null;

/** The mark of the original that the translator saw. */
export const readSeenOriginal = (form: FormData): string => {
  const seen = form.get('original');
  return typeof seen === 'string' ? seen.slice(0, 100) : '';
};

/** What a translator asks of the list, from an address that anybody may have typed; `language` undefined: none was chosen. */
export type TranslationQuestion = {
  language: Language | undefined;
  state: TranslationState | null;
  /** From 1. */
  page: number;
};

export function translationQuestion(parameters: URLSearchParams): TranslationQuestion {
  const [to, state, page] = [
    parameters.get('to'),
    parameters.get('state'),
    Number(parameters.get('page') ?? 1),
  ];
  return {
    language: isLanguage(to) ? to : undefined,
    state: translationStates.find((known) => known === state) ?? null,
    page: Number.isInteger(page) && page > 0 && page < 1_000_000 ? page : 1,
  };
}
