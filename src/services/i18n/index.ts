export { defaultLanguage, isLanguage, languageNames, languages, type Language } from './languages.ts';
export { negotiateLanguage } from './negotiate.ts';
export {
  compareIn,
  countryName,
  formatDate,
  formatEuros,
  formatList,
  formatNumber,
  languageName,
  languageNameOf,
} from './format.ts';
export { currentLanguage, inLanguage } from './request-language.ts';
export { m } from './paraglide/messages.js';
