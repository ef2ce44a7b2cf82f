import { hunspellLines, readSuffixes, suffixed } from './hunspell.ts';

// The Estonian word list was packed by a machine: it has every form of a word but does not say which belong together. So
// lemmas are found by their paradigms: a word is taken for a nominative (or an infinitive) when the forms that its
// declension would have are all in the list, with gradation where the list has it.

const encoding = 'iso-8859-15';

function allForms(): Set<string> {
  const rules = readSuffixes(hunspellLines('et_EE.aff', encoding), (text) => [...text]);
  const all = new Set<string>();
  for (const line of hunspellLines('et_EE.dic', encoding).slice(1)) {
    const [word = '', flags = ''] = line.trim().split('/');
    if (!/^\p{Ll}{2,13}$/u.test(word)) continue;
    all.add(word);
    for (const flag of flags)
      for (const { form } of suffixed(word, flag, rules)) if (!/[gk]i$/.test(form)) all.add(form);
  }
  return all;
}

/** Endings put to the genitive, and those put to the genitive plural. */
const singular = ['', 'd', 's', 'st', 'le', 'l', 'lt', 'ks', 'ga'];
const plural = ['', 's', 'st', 'le', 'l', 'lt', 'ks', 'ga'];

/** Strong grade to weak, at the end of a stem. */
const grades: readonly (readonly [RegExp, string])[] = [
  [/kk$/, 'k'],
  [/pp$/, 'p'],
  [/tt$/, 't'],
  [/k$/, 'g'],
  [/p$/, 'b'],
  [/t$/, 'd'],
  [/nd$/, 'nn'],
  [/ld$/, 'll'],
  [/rd$/, 'rr'],
  [/mb$/, 'mm'],
  [/([aeiouäöõü])d$/, '$1'],
  [/([aeiouäöõü])g$/, '$1'],
  [/rg$/, 'r'],
  [/lg$/, 'l'],
  [/ss$/, 's'],
];

/** Genitives that a nominative may have. */
function genitives(word: string): string[] {
  const stems = [
    word,
    ...grades.filter(([strong]) => strong.test(word)).map(([s, weak]) => word.replace(s, weak)),
  ];
  const withVowel = stems.flatMap((one) =>
    /[^aeiouäöõü]$/.test(one) ? [...'aeiu'].map((v) => one + v) : [],
  );
  const likeItself = /[aeiouäöõü]$/.test(word) ? [word] : [];
  const changed: readonly (readonly [RegExp, string])[] = [
    [/ne$/, 'se'],
    [/us$/, 'use'],
    [/el$/, 'li'],
    [/er$/, 'ri'],
    [/en$/, 'ne'],
  ];
  const special = changed.filter(([end]) => end.test(word)).map(([end, other]) => word.replace(end, other));
  return [...likeItself, ...special, ...withVowel];
}

function paradigm(word: string, all: ReadonlySet<string>): string[] {
  // "-ma" of verbs: "jõudma", "jõuab", "jõudis", "jõudnud".
  if (word.endsWith('ma')) {
    const root = word.slice(0, -2);
    const marks = ['mine', 'mise', 'sin', 'nud'].filter((end) => all.has(root + end));
    if (marks.length >= 3)
      return ['mas', 'mast', 'sin', 's', 'sid', 'nud', 'vad', 'tud', 'da', 'b', 'ti', 'takse', 'ks'].flatMap(
        (end) => (all.has(root + end) ? [root + end] : []),
      );
  }
  for (const genitive of genitives(word)) {
    const forms = singular.map((end) => genitive + end);
    if (!forms.every((form) => all.has(form))) continue;
    const plurals = [`${genitive}te`, `${genitive}de`, `${word}te`, `${word}de`, genitive.replace(/.$/, 'te')]
      .filter((base) => plural.every((end) => all.has(base + end)))
      .flatMap((base) => plural.map((end) => base + end));
    const partitives = [
      `${word}t`,
      `${genitive}t`,
      word.replace(/ne$/, 'st'),
      word.replace(/s$/, 'st'),
    ].filter((form) => form !== word && all.has(form));
    return [...forms, ...plurals, ...partitives];
  }
  return [];
}

/** Weak grade back to strong. */
const strengthened: readonly (readonly [RegExp, string])[] = [
  [/nn$/, 'nd'],
  [/ll$/, 'ld'],
  [/rr$/, 'rd'],
  [/mm$/, 'mb'],
  [/g$/, 'k'],
  [/b$/, 'p'],
  [/d$/, 't'],
  [/k$/, 'kk'],
  [/p$/, 'pp'],
  [/t$/, 'tt'],
];

/** Whether a word is rather a genitive ("linna") or a form of a verb ("lugenu") than a lemma. */
function isOblique(word: string, all: ReadonlySet<string>): boolean {
  if (/[aeiu]s$/.test(word) && all.has(word.slice(0, -1))) return true;
  if (/(?:kene|nu|[aeiu]im|v|n|tu|tum|num|tav|vam)$/.test(word)) return true;
  if (/[gk]i$/.test(word) && all.has(word.slice(0, -2))) return true;
  if (/se$/.test(word) && (all.has(word.replace(/se$/, 'ne')) || all.has(word.slice(0, -1)))) return true;
  if (!/[aeiu]$/.test(word)) return false;
  const bare = word.slice(0, -1);
  return (
    all.has(bare) ||
    strengthened.some(([weak, other]) => weak.test(bare) && all.has(bare.replace(weak, other)))
  );
}

/** Of the list's words every other is looked at: enough, and twice as fast. */
const isDrawn = (word: string) =>
  [...word].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7) % 2 === 0;

/** Reads lemmas and forms of the Estonian word list. */
export function readEstonian(): Map<string, string[]> {
  const all = allForms();
  const found = new Map<string, string[]>();
  for (const word of all) {
    if (word.length < 4 || !isDrawn(word) || isOblique(word, all)) continue;
    const forms = [...new Set(paradigm(word, all))].filter((form) => form !== word);
    if (forms.length >= 8) found.set(word, forms);
  }
  return found;
}
