import type { Language } from '../../src/services/i18n/languages.ts';
import { laidDocuments } from './documents-in-the-making.ts';

/** A practice of the seed that will stay. */
export const somePractice = 'cultural-spaces-svendborg';

/** Each kind of page that stands in search engines, and one that is no page. */
export const pageKinds = {
  home: (language: Language) => `/${language}`,
  list: (language: Language) => `/${language}/practices`,
  map: (language: Language) => `/${language}/map`,
  practice: (language: Language) => `/${language}/practices/${somePractice}`,
  towns: (language: Language) => `/${language}/towns`,
  town: (language: Language) => `/${language}/towns/rujiena`,
  'towns like ours': (language: Language) => `/${language}/towns/like-ours`,
  'share a practice': (language: Language) => `/${language}/contribute`,
  'what is accepted': (language: Language) => `/${language}/contribute/policy`,
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
  'town without practices': (language: Language) => `/${language}/towns/vormsi`,
  'area that is no town': (language: Language) => `/${language}/towns/lake-peipus`,
  'towns like one of the list': (language: Language) => `/${language}/towns/like-ours?town=jakobstad`,
  'towns like one described': (language: Language) =>
    `/${language}/towns/like-ours?size=12000&country=FI&coast=coast&language=fi&language=sv&shrinking=1&practices=1`,
  'towns like one described wrongly': (language: Language) => `/${language}/towns/like-ours?size=many`,
  'map of one country': (language: Language) => `/${language}/map?q=culture&country=FI`,
  'map without result': (language: Language) => `/${language}/map?q=zzzzqqq&country=FI`,
  'empty shortlist': (language: Language) => `/${language}/shortlist`,
  'shared shortlist': (language: Language) => `/${language}/shortlist?id=NP-3&id=NP-5&id=NP-1`,
  'comparison of three': (language: Language) => `/${language}/practices/compare?id=NP-3&id=NP-5&id=NP-1`,
  'comparison of too few': (language: Language) => `/${language}/practices/compare?id=NP-3&id=NP-777777`,
  // Without looking again by itself: a page that loads anew cannot be examined.
  'document that waits its turn': (language: Language) =>
    `/${language}/documents/${laidDocuments.waiting}?watch=off`,
  'document in the making': (language: Language) =>
    `/${language}/documents/${laidDocuments.setting}?watch=off`,
  'document that could not be made': (language: Language) => `/${language}/documents/${laidDocuments.failed}`,
  'care for a practice': (language: Language) => `/${language}/contribute/care/NP-3`,
  'begin with an address': (language: Language) => `/${language}/contribute/begin`,
  'confirm an address': (language: Language) => `/${language}/contribute/begin/confirm?token=x`,
  'sign in': (language: Language) => `/${language}/sign-in`,
  'second step': (language: Language) => `/${language}/sign-in/second-factor`,
  'mail sent': (language: Language) => `/${language}/sign-in/mail-sent`,
  'page of a mailed link': (language: Language) => `/${language}/sign-in/link?token=x`,
  register: (language: Language) => `/${language}/register`,
  'forgotten password': (language: Language) => `/${language}/forgotten-password`,
  'new password': (language: Language) => `/${language}/reset-password?token=x`,
  'page not found': (language: Language) => `/${language}/nothing-here`,
} as const;
