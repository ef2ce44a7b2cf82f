import type { Language } from '#services/i18n/languages.ts';
import type { ConceptFinder, ConceptInQuery } from './concept-finder.ts';
import { queryLexemes } from './lexemes.ts';
import { isStopWord } from './stop-words.ts';
import { tokens } from './tokens.ts';

/** What is read of a query; the rest is ignored, for a pasted page must neither fail nor cost. */
const CHARACTERS = 200;
const WORDS = 12;

/** A reader's word, and the lexemes any of which answers it. */
export interface QueryWord {
  readonly text: string;
  readonly lexemes: readonly string[];
}

/** What a reader's words mean. */
export interface Query {
  readonly words: readonly QueryWord[];
  /** The notions they speak of; `covers` counts in `words`. */
  readonly concepts: readonly ConceptInQuery[];
}

/** The words of a query that say something, at most twelve, each once, lower-cased. */
function tellingWords(text: string, asked: readonly Language[]): string[] {
  const found = tokens(text.slice(0, 2 * CHARACTERS));
  // A word cut in two by the limit would be looked for as a word of its own, and nothing would be found.
  const whole = found.filter((token) => token.end <= CHARACTERS);
  const words = [...new Set((whole.length > 0 ? whole : found.slice(0, 1)).map((token) => token.text))];
  const telling = words.filter((word) => !isStopWord(word, asked));
  return (telling.length > 0 ? telling : words).slice(0, WORDS);
}

/** Reads a query in the languages asked. Words without weight are left out if others remain. No syntax, never an error. */
export function readQuery(text: string, asked: readonly Language[], finder: ConceptFinder): Query {
  const words = tellingWords(text, asked)
    .map((word) => ({ text: word, lexemes: queryLexemes(word, asked) }))
    .filter(({ lexemes }) => lexemes.length > 0);
  return {
    words,
    concepts: finder.inQuery(
      words.map((word) => word.text),
      asked,
    ),
  };
}

/**
 * Reads words that stand in for those of a query, each in its place. Such as say nothing in one of the languages have no lexeme,
 * if others remain.
 */
export function readInPlaces(
  words: readonly string[],
  asked: readonly Language[],
  finder: ConceptFinder,
): Query {
  const isTelling = (word: string) => !isStopWord(word, asked);
  const telling = words.some(isTelling) ? words.map((word) => (isTelling(word) ? word : '')) : words;
  return {
    words: telling.map((text) => ({ text, lexemes: text === '' ? [] : queryLexemes(text, asked) })),
    concepts: finder.inQuery(telling, asked),
  };
}

/** The concepts of a query that speak of its word number `place`. */
export function conceptsOf(query: Query, place: number): string[] {
  return query.concepts.filter(({ covers }) => covers.includes(place)).map(({ id }) => id);
}
