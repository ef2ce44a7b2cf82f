/** The nine interface languages, the default first. */
export const languages = ['en', 'lv', 'lt', 'et', 'fi', 'sv', 'da', 'de', 'pl'] as const;

export type Language = (typeof languages)[number];

export const defaultLanguage: Language = 'en';

/** Each language's name in itself, for the switch; never translated. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  lv: 'Latviešu',
  lt: 'Lietuvių',
  et: 'Eesti',
  fi: 'Suomi',
  sv: 'Svenska',
  da: 'Dansk',
  de: 'Deutsch',
  pl: 'Polski',
};

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value);
}

/** The interface languages that a native speaker has read through; the others say on a public page that nobody has. */
export const reviewedLanguages: readonly Language[] = [];
