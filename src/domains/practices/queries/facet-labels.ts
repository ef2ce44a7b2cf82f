import type { Concept } from '#domains/vocabulary/index.ts';
import { placeName, sizeBands, type Place, type SizeBand } from '#domains/places/index.ts';
import { compareIn, countryName, isLanguage, languageName, m, type Language } from '#services/i18n/index.ts';
import type { FacetName } from '../model.ts';
import { periods, type Period } from '../rules/period.ts';

const periodLabels: Record<Period, () => string> = {
  'until-2014': m.practices_period_until_2014,
  '2015-2019': () => '2015–2019',
  '2020-2023': () => '2020–2023',
  '2024-2025': () => '2024–2025',
  'from-2026': m.practices_period_from_2026,
  unknown: m.practices_unknown,
};

const sizeLabels: Record<SizeBand, () => string> = {
  'under-5000': m.practices_size_under_5000,
  '5000-19999': m.practices_size_5000_19999,
  '20000-49999': m.practices_size_20000_49999,
  '50000-99999': m.practices_size_50000_99999,
  'from-100000': m.practices_size_from_100000,
  unknown: m.practices_unknown,
};

/** Codes come from addresses too: "constructor" is no band. */
function named(labels: Record<string, () => string>, code: string): string {
  return Object.hasOwn(labels, code) ? (labels[code]?.() ?? code) : code;
}

const orders: Partial<Record<FacetName, readonly string[]>> = { period: periods, size: sizeBands };

/** Names and orders the values of facets for one reader. */
export function facetLabels(
  concepts: readonly Concept[],
  places: Iterable<Pick<Place, 'id' | 'name' | 'names'>>,
  language: Language,
) {
  const labels = new Map<string, string>(concepts.map((concept) => [concept.id, concept.label]));
  for (const place of places) labels.set(`place:${place.id}`, placeName(place, language));
  const compare = compareIn(language);

  /** A value's name; an unknown value, which only a typed address brings, is named by itself. */
  function labelOf(facet: FacetName, code: string): string {
    if (facet === 'country') return /^[A-Z]{2}$/.test(code) ? countryName(code, language) : code;
    if (facet === 'language') return isLanguage(code) ? languageName(code, language) : code;
    if (facet === 'period') return named(periodLabels, code);
    if (facet === 'size') return named(sizeLabels, code);
    return labels.get(`${facet}:${code}`) ?? code;
  }

  /** Bands in their own order, countries by name, everything else the most frequent first. */
  function sortValues<T extends { code: string; label: string; count: number }>(
    facet: FacetName,
    values: T[],
  ): T[] {
    const order = orders[facet];
    if (order) return values.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
    if (facet === 'country') return values.toSorted((a, b) => compare(a.label, b.label));
    return values.toSorted((a, b) => b.count - a.count || compare(a.label, b.label));
  }

  return { labelOf, sortValues };
}
