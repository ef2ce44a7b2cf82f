import { danish, english, german, lithuanian, polish } from 'multilingual-stemmer';
import { LRUCache } from 'lru-cache';
import type { Language } from '#services/i18n/languages.ts';
import { stemEstonian } from './estonian-stemmer.ts';
import { after, changed, type Endings } from './endings.ts';
import { stemFinnish } from './finnish-stemmer.ts';
import { fold } from './fold.ts';
import { irregular } from './irregular-forms.ts';
import { stemLatvian } from './latvian-stemmer.ts';
import { repeated } from './repeated.ts';
import { stemSwedish } from './swedish-stemmer.ts';

/** "Museum", of which other forms have no "-um". */
const latin: Endings = [[/(?<=..e)(?:um|et)$/, '']];

/** Polish puts an "e" into the nominative ("budynek, budynku", "mieszkaniec, mieszkańcy") and makes "doers" of a kind that Snowball takes for adjectives. */
const polishNominatives: Endings = [
  [/(?<=..[^aeiouyąęó])(?<!ot)ek$/, 'k'],
  [/(?<=..)niec$/, 'ńc'],
  [/(?<=...)iec$/, 'c'],
  [/(?<=iusz)(?:[aeyu]|em|owi|ów|om|ami|ach)$/, ''],
  [/(?<=..e)um$/, ''],
];

/** Polish softens the last consonant: "biblioteka, bibliotece", "droga, drodze", "kultura, kulturze". */
const hardened: Endings = [
  [/(?<=...)c$/, 'k'],
  [/(?<=..)dz$/, 'g'],
  [/(?<=..)rz$/, 'r'],
];
const stemPolish = after(polishNominatives, repeated(polish));

const stemmers: Readonly<Record<Language, (word: string) => string>> = {
  en: english,
  lv: stemLatvian,
  lt: repeated(lithuanian),
  et: stemEstonian,
  fi: stemFinnish,
  sv: stemSwedish,
  da: repeated(after(latin, danish)),
  de: repeated(after(latin, german)),
  pl: (word) => changed(stemPolish(word), hardened),
};

/**
 * Case endings set off from a name or abbreviation: "Kannus'issa", "EU:n". English "'s" is the stemmer's
 * own matter.
 */
const setOffEnding = /(?<=..)['’:]\p{L}{1,4}$/u;

// The same few words make up most of all texts, and each label of a vocabulary stands in many documents.
const known = new LRUCache<string, string>({ max: 150_000 });

function made(word: string, language: Language): string {
  const bare = word.replace(setOffEnding, '');
  const form = irregular[language]?.get(bare);
  return form?.isStem ? fold(form.lemma) : fold(stemmers[language](form?.lemma ?? bare)) || fold(bare);
}

const keyOf = (word: string, language: Language): string => `${language}:${word}`;

/**
 * What the inflected forms of a lower-case word have in common, without diacritics; never empty for a word
 * with a letter or number. Used alike for texts and for queries, so that both meet.
 */
export function stem(word: string, language: Language): string {
  const key = keyOf(word, language);
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = made(word, language);
  known.set(key, found);
  return found;
}

/** The same for a word that is only guessed and seldom one: thousands of guesses must not drive out the stems that are used. */
export const stemOfGuess = (word: string, language: Language): string =>
  known.peek(keyOf(word, language)) ?? made(word, language);

/** Whether the stem of a word is at hand. */
export const isStemKept = (word: string, language: Language): boolean => known.has(keyOf(word, language));
