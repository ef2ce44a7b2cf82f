import { finnish } from 'multilingual-stemmer';
import { changed, type Endings } from './endings.ts';

/**
 * Nominatives that Snowball takes for something else, led to a form that it knows: "-nen" is "-se-" in every other case;
 * "-ni", "-si" and "-isti" end more loans ("saksofoni", "analyysi", "artisti") than things of mine or yours and adverbs;
 * "-kas" is "-kkaa-" ("asukas"), "-iikki" is "-iiki-" ("musiikki"), and "nuorten" is another "nuorien".
 */
const nominatives: Endings = [
  [/(?<=...)nen$/, 'sen'],
  [/(?<=..)k([aä])s$/, 'kk$1$1n'],
  [/(?<=..)iik(?=[aeiouyäö])/, 'iikk'],
  [/(?<=..[lnr])ten$/, 'ien'],
  [/(?<=..)(?:(?<!k)[ns]i|isti)$/, '$&n'],
];

/** Words in "-us" and "-ys" have "-ukse-", "-uute-" and "-ust-" in other cases. */
const abstracts: Endings = [
  [/(?<=..[aeiouyäö])ks$/, 's'],
  [/(?<=...[iuy])st$/, 's'],
  [/(?<=...[oö])j$/, ''],
  [/(?<=..)(uu|yy)[dt]$/, '$1s'],
];

/**
 * The last vowel changes in plurals ("kirja", "kirjoja"), the consonants before it change grade ("kaupunki", "kaupungin";
 * "tapa", "tavan"; "katu", "kadun"). It takes some words for others ("kuoro", "kuori"), 1 in 50,000.
 */
const joints: Endings = [
  [/(?<=..[^aeiouyäö])[aeiouyäö]$/, ''],
  [/([^aeiouyäö])\1$/, '$1'],
  [/(?<=..)ng$/, 'nk'],
  [/(?<=..)d$/, 't'],
  [/(?<=..)v$/, 'p'],
];

/** What the forms of a Finnish word have in common. */
export const stemFinnish = (word: string): string =>
  changed(changed(finnish(changed(word, nominatives)), abstracts), joints);
