import { compareIn, countryName, type Language } from '#services/i18n/index.ts';

/** Where a country's part of the list stands on its page. */
export const countryAnchor = (code: string): string => `country-${code}`;

/** Places by country, countries in the order of the language's alphabet; places stay in theirs. */
export function placesByCountry<P extends { countryCode: string }>(
  places: readonly P[],
  language: Language,
): { code: string; name: string; places: P[] }[] {
  const compare = compareIn(language);
  return [...Map.groupBy(places, ({ countryCode }) => countryCode)]
    .map(([code, own]) => ({ code, name: countryName(code, language), places: own }))
    .sort((a, b) => compare(a.name, b.name));
}
