import type { Language } from '../../src/services/i18n/languages.ts';

/** A practice of the seed that will stay. */
export const somePractice = 'cultural-spaces-svendborg';

/** Each kind of page that stands in search engines, and one that is no page. */
export const pageKinds = {
  home: (language: Language) => `/${language}`,
  list: (language: Language) => `/${language}/practices`,
  practice: (language: Language) => `/${language}/practices/${somePractice}`,
  vocabulary: (language: Language) => `/${language}/vocabulary`,
  languages: (language: Language) => `/${language}/languages`,
  about: (language: Language) => `/${language}/about`,
} as const;

/** The list as readers bend it, and pages that say no. */
export const pageVariants = {
  'list under filters': (language: Language) =>
    `/${language}/practices?q=culture&country=FI&country=LV&sort=oldest`,
  'second page of the list': (language: Language) => `/${language}/practices?page=2`,
  'list without result': (language: Language) => `/${language}/practices?q=zzzzqqq&country=FI`,
  'empty shortlist': (language: Language) => `/${language}/shortlist`,
  'shared shortlist': (language: Language) => `/${language}/shortlist?id=NP-3&id=NP-5&id=NP-1`,
  'comparison of three': (language: Language) => `/${language}/practices/compare?id=NP-3&id=NP-5&id=NP-1`,
  'comparison of too few': (language: Language) => `/${language}/practices/compare?id=NP-3`,
  'page not found': (language: Language) => `/${language}/nothing-here`,
} as const;
