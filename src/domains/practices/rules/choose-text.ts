import type { Language } from '#services/i18n/languages.ts';
import type { PracticeBody, PracticeText, TextState } from '../model.ts';

export type ChosenText = {
  head: { title: string; teaser: string; language: Language; state: TextState };
  body: PracticeBody & { language: Language; state: TextState };
};

/**
 * What a reader is given: title and teaser in the reader's language where there is a text in it, and the full text in that language only if
 * it has one; the original otherwise. So a page may speak two languages, and says so.
 */
export function chooseText(texts: readonly PracticeText[], language: Language): ChosenText {
  const original = texts.find((text) => text.state === 'original');
  if (!original) throw new Error('a practice without its original text');
  const own = texts.find((text) => text.language === language) ?? original;
  return { head: own, body: own.summary === null ? original : own };
}
