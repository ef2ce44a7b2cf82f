import type { Reason } from '#platform/result.ts';
import { languages, type Language } from '#services/i18n/languages.ts';
import type { ConceptContent } from '../model.ts';
import { sameWord } from './concept-words.ts';

/** A label of a concept of the same scheme. */
export type OtherLabel = { conceptId: string; language: Language; label: string };

type Words = Pick<ConceptContent, 'words'>;

/** Labels that another concept of the scheme has in the same language: two could not be told apart. `language` says where. */
export function labelsTaken({ words }: Words, others: readonly OtherLabel[]): Reason[] {
  const taken = new Map(
    others.map(({ conceptId, language, label }) => [`${language} ${sameWord(label)}`, conceptId]),
  );
  return languages.flatMap((language) => {
    const { label } = words[language];
    const concept = label === '' ? undefined : taken.get(`${language} ${sameWord(label)}`);
    return concept === undefined ? [] : [{ key: 'vocabulary_error_twice', params: { language, concept } }];
  });
}

/** Languages so near each other that the same word is usually right in both. */
const kin: readonly (readonly Language[])[] = [['sv', 'da']];
const areKin = (a: Language, b: Language) => kin.some((near) => near.includes(a) && near.includes(b));

/**
 * What is probably, not surely wrong: no label in a language; the same label in languages that are no kin, as when one was pasted into
 * another's field; a synonym that is the label of another concept of the scheme.
 */
export function warningsOf({ words }: Words, others: readonly OtherLabel[]): Reason[] {
  const missing = languages
    .filter((language) => words[language].label === '')
    .map((language) => ({ key: 'vocabulary_warning_missing', params: { language } }));
  const pairs = languages.flatMap((first, n) =>
    languages
      .slice(n + 1)
      .filter(
        (second) =>
          words[first].label !== '' &&
          !areKin(first, second) &&
          sameWord(words[first].label) === sameWord(words[second].label),
      )
      .map((second) => ({
        key: 'vocabulary_warning_same',
        params: { first, second, label: words[first].label },
      })),
  );
  const labels = new Map(
    others.map(({ conceptId, language, label }) => [`${language} ${sameWord(label)}`, conceptId]),
  );
  const claimed = languages.flatMap((language) =>
    [...words[language].synonyms, ...words[language].spoken].flatMap((text) => {
      const concept = labels.get(`${language} ${sameWord(text)}`);
      return concept === undefined
        ? []
        : [{ key: 'vocabulary_warning_claimed', params: { language, text, concept } }];
    }),
  );
  return [...missing, ...pairs, ...claimed];
}
