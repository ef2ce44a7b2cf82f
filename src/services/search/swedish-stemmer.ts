import { swedish } from 'multilingual-stemmer';
import { after, type Endings } from './endings.ts';
import { repeated } from './repeated.ts';

// Snowball does not know the definite "-an" and "-in" ("skolan", "akademin") and leaves most neuters their "-et"; a genitive
// "-s" hides the ending before it ("kyrkors"). Feminine plurals are led back to "-a", which it knows how to take.
const endings: Endings = [
  [/(?<=...(?:ar|or|er|en|et|na|an|in))s$/, ''],
  [/(?<=..i)n$/, ''],
  [/(?<=....[^h])et$/, ''],
  [/(?<=...)an$/, 'a'],
  [/(?<=...)orna?$/, 'a'],
  [/(?<=..e)(?:um|et)$/, ''],
];

/** What the forms of a Swedish word have in common. */
export const stemSwedish = repeated(after(endings, swedish));
