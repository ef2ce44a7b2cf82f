import type { Language } from '#services/i18n/languages.ts';
import { stem } from './stem.ts';
import { isEmptyWord, isStopWord } from './stop-words.ts';
import { tokens } from './tokens.ts';

/** The stems of a text's telling words: what two texts of one language are compared by. */
export function textStems(text: string, language: Language): Set<string> {
  return new Set(
    tokens(text)
      .map(({ text: word }) => word)
      .filter((word) => !isStopWord(word, [language]) && !isEmptyWord(word, language))
      .map((word) => stem(word, language)),
  );
}
