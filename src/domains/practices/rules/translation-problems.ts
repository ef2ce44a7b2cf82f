import type { TranslatedField, TranslationContent } from '../model.ts';
import { draftFields } from './draft-fields.ts';
import type { DraftProblem } from './draft-problems.ts';
import { fieldsToTranslate } from './translation-words.ts';

export type TranslationProblem = DraftProblem & { field: TranslatedField };

/** Everything that stands between a translation and its readers: what the original says is said, and no longer than the form lets it be. */
export function translationProblems(
  original: TranslationContent,
  translation: TranslationContent,
): TranslationProblem[] {
  return fieldsToTranslate(original).flatMap((field): TranslationProblem[] => {
    const length = [...translation[field]].length;
    const { most } = draftFields[field];
    if (length === 0) return [{ field, key: 'contribute_problem_missing', isMissing: true }];
    return length > most
      ? [{ field, key: 'contribute_problem_long', params: { length, most }, isMissing: false }]
      : [];
  });
}
