import {
  translatedFields,
  type PracticeText,
  type TranslatedField,
  type TranslationContent,
} from '../model.ts';
import { emptyContent } from './draft-fields.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { wordDifference, type DifferencePart } from './word-difference.ts';

/** The words of a text by field; '' where it says nothing, and everywhere without a text. */
export const wordsOf = (text: PracticeText | undefined): TranslationContent =>
  Object.fromEntries(translatedFields.map((field) => [field, text?.[field] ?? ''])) as TranslationContent;

/** The fields that there is something to translate in. */
export const fieldsToTranslate = (original: TranslationContent): TranslatedField[] =>
  translatedFields.filter((field) => original[field] !== '');

/** The fields that differ. */
export const changedWords = (before: TranslationContent, after: TranslationContent): TranslatedField[] =>
  translatedFields.filter((field) => before[field] !== after[field]);

/** Brings together what two people made of one version, by the rules of drafts: `conflicts` are fields that both changed, mine stands there. */
export function mergeTranslations(
  base: TranslationContent,
  theirs: TranslationContent,
  mine: Partial<TranslationContent>,
): { content: TranslationContent; conflicts: TranslatedField[] } {
  const whole = (words: TranslationContent) => ({ ...emptyContent, ...words });
  const fields = translatedFields.filter((field) => mine[field] !== undefined);
  const merged = mergeDrafts(whole(base), whole(theirs), mine, fields);
  return {
    content: Object.fromEntries(
      translatedFields.map((field) => [field, merged.content[field]]),
    ) as TranslationContent,
    conflicts: fields.filter((field) => merged.conflicts.includes(field)),
  };
}

/** What of the original changed since a translation was made of it, to read by words, field by field. */
export function changesOf(
  basis: TranslationContent,
  original: TranslationContent,
): Partial<Record<TranslatedField, DifferencePart[]>> {
  return Object.fromEntries(
    changedWords(basis, original).map((field) => [field, wordDifference(basis[field], original[field])]),
  );
}
