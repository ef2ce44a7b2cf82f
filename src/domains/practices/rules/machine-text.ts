import { translatedFields, type TextState, type TranslationContent } from '../model.ts';
import { draftFields } from './draft-fields.ts';
import { changedWords, fieldsToTranslate } from './translation-words.ts';

/** Whether a machine's text may become what readers are given: never over what a person has written or checked. */
export const mayBeMachine = (state: TextState | undefined): boolean =>
  state === undefined || state === 'machine';

/** A text within the limit of its field: what is too long ends after a whole word. */
function within(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const kept = letters.slice(0, most - 1).join('');
  return `${kept.replace(/\s+\S*$/u, '')}…`;
}

/** What a machine made, as readers may be given it; undefined where it left something out that the original says. */
export function machineText(
  original: TranslationContent,
  made: Partial<TranslationContent>,
): TranslationContent | undefined {
  const fields = fieldsToTranslate(original);
  const content = Object.fromEntries(
    translatedFields.map((field) => [
      field,
      fields.includes(field) ? within((made[field] ?? '').trim(), draftFields[field].most) : '',
    ]),
  ) as TranslationContent;
  return fields.every((field) => content[field] !== '') ? content : undefined;
}

/** A machine's text as the start of a translation: of what somebody wrote already nothing is touched. */
export function startFrom(
  machine: TranslationContent,
  written: TranslationContent | undefined,
): TranslationContent {
  if (!written) return machine;
  return Object.fromEntries(
    translatedFields.map((field) => [field, written[field] === '' ? machine[field] : written[field]]),
  ) as TranslationContent;
}

/** Whether a machine has something to do: something is not translated yet, or the original has changed since. `basis`: as it was then. */
export const needsMachine = (
  original: TranslationContent,
  given: TranslationContent,
  basis: TranslationContent | null,
): boolean =>
  fieldsToTranslate(original).some((field) => given[field] === '') ||
  (basis !== null && changedWords(basis, original).length > 0);
