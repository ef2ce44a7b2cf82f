import type { Dictionary } from './dictionaries/dictionary.ts';
import type { Language } from '../src/services/i18n/languages.ts';
import { pick, seededRandom, shuffled } from './seeded-random.ts';

/** What a language is measured on. */
export type Sample = {
  pairs: { lemma: string; form: string }[];
  /** Words to mistype, and what became of them. */
  typos: { word: string; typed: string }[];
  /** Compounds, each with a part that is asked. */
  compounds: { word: string; part: string }[];
  /** Every document: one word, and the lemma it belongs to. */
  documents: { word: string; lemma: string }[];
};

const PAIRS = 100;
const TYPOS = 100;
const COMPOUNDS = 40;
const WORDS = 20_000;

/** Halves the lemmas by their letters, so that what is tuned on is never measured. */
const isHeldOut = (lemma: string): boolean =>
  [...lemma].reduce((sum, letter) => (sum * 33 + (letter.codePointAt(0) ?? 0)) % 65_521, 5) % 2 === 1;

const alphabets: Readonly<Record<Language, string>> = {
  en: '',
  lv: 'āčēģīķļņšūž',
  lt: 'ąčęėįšųūž',
  et: 'äöõü',
  fi: 'äö',
  sv: 'åäö',
  da: 'æøå',
  de: 'äöüß',
  pl: 'ąćęłńóśźż',
};

/** The word with one letter put in, dropped, replaced, or swapped with its neighbour. */
function mistyped(word: string, slip: number, letters: string, random: () => number): string {
  for (;;) {
    const at = Math.floor(random() * word.length);
    const other = pick([...letters], random);
    const typed = [
      word.slice(0, at) + other + word.slice(at),
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + other + word.slice(at + 1),
      word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
    ][slip % 4];
    if (typed !== undefined && typed !== word) return typed;
  }
}

/** Letters that German, Swedish and Danish put between the parts of a compound. */
const joints: Readonly<Partial<Record<Language, readonly string[]>>> = {
  de: ['', 's', 'n'],
  sv: ['', 's'],
  da: ['', 's'],
  et: [''],
};

/** A compound's two parts as lemmas, or null. Estonian's first part may be a genitive. */
function partsOf(
  word: string,
  lemmaOf: ReadonlyMap<string, string>,
  joined: readonly string[],
): string[] | null {
  for (let cut = 4; cut <= word.length - 4; cut += 1) {
    const second = word.slice(cut);
    if (lemmaOf.get(second) !== second) continue;
    for (const joint of joined) {
      const first = word.slice(0, cut);
      const own = first.endsWith(joint) ? first.slice(0, first.length - joint.length) : '';
      const lemma = own.length >= 4 ? lemmaOf.get(own) : undefined;
      if (lemma !== undefined) return [lemma, second];
    }
  }
  return null;
}

function compoundsOf(
  language: Language,
  dictionary: Dictionary,
  half: readonly string[],
  random: () => number,
) {
  if (language === 'fi') {
    // voikko's compounds are made, not listed: two nouns, the first in its base form.
    const nouns = half.filter(
      (lemma) => /^\p{Ll}{4,8}$/u.test(lemma) && !/(?:nen|ton|tön|ut|yt)$/.test(lemma),
    );
    return Array.from({ length: COMPOUNDS }, () => {
      const parts = [pick(nouns, random), pick(nouns, random)];
      return { word: parts.join(''), part: pick(parts, random) };
    });
  }
  const joined = joints[language];
  if (joined === undefined) return [];
  const lemmaOf = new Map([...dictionary.keys()].map((lemma) => [lemma, lemma]));
  if (language === 'et')
    for (const [lemma, forms] of dictionary)
      if (forms[0] && !lemmaOf.has(forms[0])) lemmaOf.set(forms[0], lemma);
  const found: Sample['compounds'] = [];
  for (const word of half) {
    if (found.length === COMPOUNDS) break;
    const parts = word.length >= 9 ? partsOf(word, lemmaOf, joined) : null;
    if (parts !== null) found.push({ word, part: pick(parts, random) });
  }
  return found;
}

/** Draws what is measured, from the half of the dictionary kept apart or from the one to tune on. */
export function drawSample(language: Language, dictionary: Dictionary, part: 'held-out' | 'tuning'): Sample {
  const random = seededRandom(part === 'held-out' ? 20_261 : 4_711);
  const half = shuffled(
    [...dictionary.keys()].filter((lemma) => lemma.length >= 4 && isHeldOut(lemma) === (part === 'held-out')),
    random,
  );
  const pairs = half
    .filter((lemma) => (dictionary.get(lemma)?.length ?? 0) > 0)
    .slice(0, PAIRS)
    .map((lemma) => ({ lemma, form: pick(dictionary.get(lemma) ?? [], random) }));
  const letters = 'abcdefghijklmnopqrstuvwxyz' + alphabets[language];
  const typos = half
    .filter((lemma) => lemma.length >= 5)
    .slice(PAIRS, PAIRS + TYPOS)
    .map((word, n) => ({ word, typed: mistyped(word, n, letters, random) }));
  const compounds = compoundsOf(language, dictionary, half, random);
  const documents = new Map<string, string>();
  for (const { lemma, form } of pairs) documents.set(lemma, lemma).set(form, lemma);
  for (const { word } of [...typos, ...compounds]) documents.set(word, word);
  const others = shuffled([...dictionary.keys()], random);
  // A small dictionary is gone through again for more forms.
  for (let n = 0; documents.size < WORDS + 2 * PAIRS && n < 4 * WORDS; n += 1) {
    const lemma = others[n % others.length] ?? '';
    const forms = dictionary.get(lemma) ?? [];
    const word = forms.length > 0 && random() < 0.5 ? pick(forms, random) : lemma;
    if (!documents.has(word)) documents.set(word, lemma);
  }
  return { pairs, typos, compounds, documents: [...documents].map(([word, lemma]) => ({ word, lemma })) };
}
