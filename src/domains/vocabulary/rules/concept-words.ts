import { languages, type Language } from '#services/i18n/languages.ts';
import type { ConceptContent, ConceptWords, Word } from '../model.ts';

export const noWords: ConceptWords = { label: '', scopeNote: '', synonyms: [], spoken: [] };

/** What two labels are compared by: nobody reads capitals and spaces as another word. */
export const sameWord = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ').toLowerCase();

/** Each text once, as it was first written, without those that `besides` has. */
export function once(texts: readonly string[], besides: readonly string[] = []): string[] {
  const seen = new Set(besides.map(sameWord));
  return texts.filter((text) => {
    const key = sameWord(text);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** For each language something made of it. */
export const inEach = <T>(make: (language: Language) => T): Record<Language, T> =>
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, T>;

/** Languages in which a concept has no label. */
export const lacking = ({ words }: Pick<ConceptContent, 'words'>): Language[] =>
  languages.filter((language) => words[language].label === '');

/** Every word that a concept is spoken of with. */
export const allWords = ({ words }: Pick<ConceptContent, 'words'>): Word[] =>
  languages.flatMap((language) => {
    const { label, synonyms, spoken } = words[language];
    return once([label, ...synonyms, ...spoken]).map((text) => ({ language, text }));
  });

/** The words that `after` has and `before` has not. */
export function addedWords(
  before: Pick<ConceptContent, 'words'>,
  after: Pick<ConceptContent, 'words'>,
): Word[] {
  const known = new Set(allWords(before).map(({ language, text }) => `${language} ${sameWord(text)}`));
  return allWords(after).filter(({ language, text }) => !known.has(`${language} ${sameWord(text)}`));
}

/** The words of two concepts that become one: the second's labels and notes, and every other word of both. What the first was called is a synonym. */
export function mergedWords(
  from: Pick<ConceptContent, 'words'>,
  into: Pick<ConceptContent, 'words'>,
): Record<Language, ConceptWords> {
  return inEach((language) => {
    const [old, kept] = [from.words[language], into.words[language]];
    // A language that only the first has a label in gets that one.
    const label = kept.label || old.label;
    const synonyms = once([...kept.synonyms, old.label, ...old.synonyms], [label]);
    return {
      label,
      scopeNote: kept.label === '' ? old.scopeNote : kept.scopeNote,
      synonyms,
      spoken: once([...kept.spoken, ...old.spoken], [label, ...synonyms]),
    };
  });
}
