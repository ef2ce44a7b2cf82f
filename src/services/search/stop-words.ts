import type { Language } from '#services/i18n/languages.ts';

// Left out of questions only, never out of the index. No entry is a telling word in another of the nine
// languages: a Dane's "man" (one) would take an Englishman's "man".
const lists: Readonly<Record<Language, string>> = {
  en: 'a an and are as at be by can do does for from how in into is it its of on or our that the their this to we what when where which who why with you your',
  lv: 'ar arī bet bez es gan ir jo kā kad kas ko kur kādi kāds mēs mums no par pa pie šis šī šo tas tā tie to un uz vai var',
  lt: 'ar apie arba bei bet dėl į iki ir iš jis kad kaip kas kokie koks kuris kur mes mūsų nuo o po prie su tai yra už',
  et: 'aga ei ega et ja ka kas ke kes kuidas kui kus meie mis milline ning oli on oma see seda siis või',
  fi: 'ei että eli he ja jos joka jotka kuin kuinka kun me mikä miten mitä missä mutta ne niin oli on ovat se sekä tai tämä vai',
  sv: 'att av bland de den det då eller en ett för från har hos hur i inte kan med mot och om på ska som till var vad vi vid är',
  da: 'af at blandt de den det der eller en et for fra har hos hvad hvem hvor hvordan i ikke kan med mod og om på skal som til ved vi er',
  de: 'als am an auf aus bei das dem den der des die ein eine einem einen einer es für gegen im in ist mit nach oder sich sind über um und von vom was wie wir zu zum zur',
  pl: 'a ale albo czy dla do i ich jak jaki jakie jest ku lub na nad nie o od po pod przez przy się są to w we z za ze że',
};

const stopWords: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([language, list]) => [language as Language, new Set(list.split(' '))]),
);

/**
 * Whether a lower-case word says nothing to search for in one of the languages asked. Single letters never
 * do: they are what "I'm" or "d'art" leaves behind.
 */
export function isStopWord(word: string, asked: readonly Language[]): boolean {
  return /^\p{L}$/u.test(word) || asked.some((language) => stopWords.get(language)?.has(word));
}
