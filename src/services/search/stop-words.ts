import type { Language } from '#services/i18n/languages.ts';

// Left out of questions only, never out of the index. No entry is a telling word in another of the nine
// languages: a Dane's "man" (one) would take an Englishman's "man".
const lists: Readonly<Record<Language, string>> = {
  en: 'a an and are as at be by can do does for from how in into is it its of on or our that the their this to we what when where which who why with you your',
  lv: 'ar arī bet gan ir jo kad kas ko kur kura kuras kuri kurš kā kādi kāds mums mēs no pa par pie tas tie to tā un uz vai var šis šo šī',
  lt: 'apie ar arba bei bet dėl iki ir iš jis kad kaip kas kokie koks kur kuri kurie kuriems kurio kurioje kuris kuriuos kurią mes mūsų nuo o po prie su tai už yra į',
  et: 'aga ega ei et iga ja ka kas ke kes kuhu kui kuidas kus kust meie mida milline mis muu muud need ning näiteks oli oma on seda see siis või ära',
  fi: 'ei eli että he heidän ja joka jos jotka kuin kuinka kun kuten me mikä missä miten mitä mutta ne niiden niin näistä näitä oli on ovat se sekä sen tai tämä vai',
  sv: 'att av bland de dem den det där då eller en ett från för ha har hos hur i inte jag kan med mot och om på sig ska som till vad var vi vid är',
  da: 'af at blandt de dem den der det eller en er et for fra får har hos hvad hvem hvor hvordan i ikke jeg kan med mod og om op os på sig sin skal som til ud ved vi',
  de: 'als am an auf aus bei das dem den der des die ein eine einem einen einer es für gegen ich ihr im in ins ist kein keine mehr mit nach oder sein sich sie sind um und uns vom von was wer wie wir zu zum zur über',
  pl: 'a albo ale coś czy dla do gdzie i ich jak jaki jakie jest ku lub na nad nas nasz nie o od po pod przez przy się są tam to tu w we z za ze że',
};

const stopWords: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([language, list]) => [language as Language, new Set(list.split(' '))]),
);

// Telling in another language ("men", "man"), so left out only where a text's language is known.
const inTextsOnly: Readonly<Partial<Record<Language, ReadonlySet<string>>>> = {
  sv: new Set(['man', 'men']),
  da: new Set(['man', 'men']),
  de: new Set(['man', 'hat']),
};

/** Islands and a stream: single letters that are words. */
const wordsOfALetter: Readonly<Partial<Record<Language, ReadonlySet<string>>>> = {
  sv: new Set(['ö', 'å']),
  da: new Set(['ø', 'å']),
};

/**
 * Whether a lower-case word says nothing to search for in one of the languages asked. Single letters never
 * do, but for a few: they are what "I'm" or "d'art" leaves behind.
 */
export function isStopWord(word: string, asked: readonly Language[]): boolean {
  if (/^\p{L}$/u.test(word)) return !asked.some((language) => wordsOfALetter[language]?.has(word));
  return asked.some((language) => stopWords.get(language)?.has(word));
}

/** Whether a word of a text in this language says nothing of what the text is about. */
export function isEmptyWord(word: string, language: Language): boolean {
  return isStopWord(word, [language]) || inTextsOnly[language]?.has(word) === true;
}
