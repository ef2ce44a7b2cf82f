import type { Language } from '#services/i18n/languages.ts';
import { queryLexemes } from './lexemes.ts';
import { isStopWord } from './stop-words.ts';
import { tokens } from './tokens.ts';

/** What is read of a query; the rest is ignored, for a pasted page must neither fail nor cost. */
const CHARACTERS = 200;
const WORDS = 12;

/**
 * The words of a query, each as the lexemes any of which answers it. Words without weight are left out if
 * others remain.
 */
export function queryWords(text: string, asked: readonly Language[]): string[][] {
  const found = tokens(text.slice(0, 2 * CHARACTERS));
  // A word cut in two by the limit would be looked for as a word of its own, and nothing would be found.
  const whole = found.filter((token) => token.end <= CHARACTERS);
  const words = [...new Set((whole.length > 0 ? whole : found.slice(0, 1)).map((token) => token.text))];
  const telling = words.filter((word) => !isStopWord(word, asked));
  return (telling.length > 0 ? telling : words)
    .slice(0, WORDS)
    .map((word) => queryLexemes(word, asked))
    .filter((lexemes) => lexemes.length > 0);
}

/**
 * A reader's words as the text of a PostgreSQL tsquery: every word must be found, in any of the languages
 * asked or as a name. Valid for every string; null when there is nothing to search for. No prefixes: a stem's
 * prefix finds unrelated words.
 */
export function toTsquery(text: string, asked: readonly Language[]): string | null {
  const words = queryWords(text, asked);
  // Lexemes are letters and numbers behind a code (see fold), so quoting them needs no escapes.
  return words.length === 0
    ? null
    : words.map((any) => `(${any.map((lexeme) => `'${lexeme}'`).join(' | ')})`).join(' & ');
}
