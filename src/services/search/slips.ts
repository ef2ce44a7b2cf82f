import type { Language } from '#services/i18n/languages.ts';
import { LONGEST } from './fold.ts';

const latin = 'abcdefghijklmnopqrstuvwxyz';

/** The letters that a hand may hit by mistake; names are looked up without diacritics. */
const letters: Readonly<Record<Language | '*', string>> = {
  '*': latin,
  en: latin,
  lv: `${latin}āčēģīķļņšūž`,
  lt: `${latin}ąčęėįšųūž`,
  et: `${latin}äöõüšž`,
  fi: `${latin}äö`,
  sv: `${latin}åäö`,
  da: `${latin}æøå`,
  de: `${latin}äöüß`,
  pl: `${latin}ąćęłńóśźż`,
};

/** Words shorter than this are other words with any letter changed. */
const SHORTEST = 4;
/** From this length on a slip may be in the first letter, which is seldom mistaken. */
const SHORTEST_BUT_FIRST = 5;

/**
 * All spellings from which a word may have come by one slip of the hand: a letter too many, one missing, one taken for
 * another, two swapped. Some fifty for each letter of the word; none of a run of letters that is longer than any lexeme.
 */
export function spellingsNearby(word: string, language: Language | '*'): Set<string> {
  const found = new Set<string>();
  if (word.length < SHORTEST || word.length > LONGEST) return found;
  for (let at = word.length < SHORTEST_BUT_FIRST ? 1 : 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const rest = word.slice(at);
    for (const letter of letters[language]) {
      found.add(before + letter + rest);
      if (rest !== '') found.add(before + letter + rest.slice(1));
    }
    if (rest !== '') found.add(before + rest.slice(1));
    if (rest.length > 1) found.add(before + rest.charAt(1) + rest.charAt(0) + rest.slice(2));
  }
  found.delete(word);
  return found;
}
