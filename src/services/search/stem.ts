import {
  danish,
  english,
  estonian,
  finnish,
  german,
  lithuanian,
  polish,
  swedish,
} from 'multilingual-stemmer';
import type { Language } from '#services/i18n/languages.ts';
import { fold } from './fold.ts';
import { stemLatvian } from './latvian-stemmer.ts';

const stemmers: Readonly<Record<Language, (word: string) => string>> = {
  en: english,
  lv: stemLatvian,
  lt: lithuanian,
  et: estonian,
  fi: finnish,
  sv: swedish,
  da: danish,
  de: german,
  pl: polish,
};

/**
 * Case endings set off from a name or abbreviation: "Kannus'issa", "EU:n". English "'s" is the stemmer's
 * own matter.
 */
const setOffEnding = /(?<=..)['’:]\p{L}{1,4}$/u;

/**
 * Snowball leaves the vowel that joins stem and ending in Estonian's oblique cases ("linna", "kooli") beside
 * the bare nominative ("linn", "kool"). Without it twice as many forms are found. (In Finnish it gains little
 * and takes choirs, "kuoro", for peels, "kuori".)
 */
const withoutJoint = (stemmed: string) => stemmed.replace(/(?<=..[^aeiouäöõü])[aeiouäöõü]$/, '');

/**
 * What the inflected forms of a lower-case word have in common, without diacritics; never empty for a word
 * with a letter or number. Used alike for texts and for queries, so that both meet.
 */
export function stem(word: string, language: Language): string {
  const bare = word.replace(setOffEnding, '');
  const stemmed = stemmers[language](bare);
  return fold(language === 'et' ? withoutJoint(stemmed) : stemmed) || fold(bare);
}
