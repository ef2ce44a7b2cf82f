import type { LikenessReason } from '#domains/places/index.ts';
import {
  countryName,
  formatList,
  formatNumber,
  languageNameOf,
  m,
  type Language,
} from '#services/i18n/index.ts';

/** Why two towns are alike, in the reader's language. */
export function reasonText(reason: LikenessReason, language: Language): string {
  switch (reason.key) {
    case 'size-similar':
    case 'size-within': {
      const sizes = {
        own: formatNumber(reason.own, language),
        other: formatNumber(reason.other, language),
      };
      return reason.key === 'size-similar'
        ? m.places_reason_size_similar(sizes)
        : m.places_reason_size_within(sizes);
    }
    case 'coast':
      return m.places_reason_coast();
    case 'inland':
      return m.places_reason_inland();
    case 'shrinking':
      return m.places_reason_shrinking();
    case 'languages': {
      const names = reason.languages.map((code) => languageNameOf(code, language));
      return m.places_reason_languages({ count: names.length, languages: formatList(names, language) });
    }
    case 'country':
      return m.places_reason_country({ country: countryName(reason.countryCode, language) });
  }
}
