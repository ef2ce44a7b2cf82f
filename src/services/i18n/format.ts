import type { Language } from './languages.ts';

// English readers here are Europeans: days before months.
const locales: Partial<Record<Language, string>> = { en: 'en-GB' };

function localeOf(language: Language): string {
  return locales[language] ?? language;
}

/** The day (YYYY-MM-DD) as the language writes it, without a time zone's shift. */
export function formatDate(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language)).format(value);
}

export function formatEuros(value: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  }).format(value);
}

/** The country's name (ISO 3166 code) in the language. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

/** A language's name in another language, as a list shows it: "Latvian", "latviešu". */
export function languageName(code: Language, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
}

/** As `languageName`, of a language that need not be one of the nine (BCP 47); a code that is none stands for itself. */
export function languageNameOf(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** "a, b and c" as the language joins it. */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items);
}

/** Sorts as the language's alphabet does. */
export function compareIn(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(localeOf(language)).compare;
}
