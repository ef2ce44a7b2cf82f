import { estonian } from 'multilingual-stemmer';
import { changed, type Endings } from './endings.ts';

/**
 * Nominatives that Snowball takes for something else, led to the genitive, which it knows: "-ne" is "-se-" and "-us" is
 * "-use-" in every other case, "-er" is "-ri-" ("naaber"), and "-val" and a consonant after a long vowel belong to a loan ("festival", "radikaal").
 */
const nominatives: Endings = [
  [/(?<=...)ne$/, 'se'],
  [/(?<=...)ust?$/, 'use'],
  [/(?<=..[^aeiouäöõü])er$/, 'ri'],
  [/(?<=...)val$/, 'vali'],
  [/(?<=..(?:aa|ee|ii|oo|uu))[ltdm]$/, '$&i'],
];

/**
 * Snowball leaves the vowel that joins stem and ending in oblique cases ("linna", "kooli") beside the bare nominative ("linn",
 * "kool"); and consonants change grade before it ("kogukond", "kogukonna"; "õpik", "õpiku"; "trepp", "trepi"). Other changes of
 * grade would take too many words for others ("pilt", "pill").
 */
const joints: Endings = [
  [/(?<=..[^aeiouäöõü])[aeiouäöõü]$/, ''],
  // Whether "-us" belongs to an abstract ("üritus") or is the "in" of a word in "-u" ("raamatukogus") cannot be seen.
  [/(?<=...)us$/, ''],
  [/konn$/, 'kond'],
  [/(?<=...)([kpts])\1$/, '$1'],
  [/(?<=...)k$/, 'g'],
  [/(?<=...)p$/, 'b'],
  [/(?<=...)t$/, 'd'],
];

/** What the forms of an Estonian word have in common. */
export const stemEstonian = (word: string): string => changed(estonian(changed(word, nominatives)), joints);
