import { languages, type Language } from '#services/i18n/languages.ts';
import { fold, foldToDigraphs } from './fold.ts';
import { stem } from './stem.ts';
import { isEmptyWord } from './stop-words.ts';

/** Names belong to no language: their lexemes carry this instead of a language's code. */
const NEUTRAL = '*';

const spelled = (word: string) => [fold(word), foldToDigraphs(word)];

function neutral(word: string, stemmedIn: readonly Language[]): string[] {
  return [...spelled(word), ...stemmedIn.map((language) => stem(word, language))]
    .filter((form) => form !== '')
    .map((form) => `${NEUTRAL}:${form}`);
}

/**
 * The lexemes under which a word of a text is indexed: `language:stem`. A word of no language (a name) is
 * kept as it is spelled and as each language would stem it, so that Latvian "Rūjienā" and Finnish
 * "Svendborgissa" find their towns.
 */
export function textLexemes(word: string, language: Language | null): string[] {
  if (language === null) return [...new Set(neutral(word, languages))];
  const stemmed = stem(word, language);
  return stemmed === '' ? [] : [`${language}:${stemmed}`];
}

/**
 * The lexemes any of which answers a word of a query: its stem in each language asked in which it says something, and the
 * word as a name. English "men" is a "but" that stands in every Danish text.
 */
export function queryLexemes(word: string, asked: readonly Language[]): string[] {
  const telling = asked.filter((language) => !isEmptyWord(word, language));
  const languages = telling.length > 0 ? telling : asked;
  return [
    ...new Set([
      ...languages.flatMap((language) => textLexemes(word, language)),
      ...neutral(word, languages),
    ]),
  ];
}
