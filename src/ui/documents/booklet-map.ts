import type { PracticeReading } from '#domains/practices/index.ts';
import { formatNumber, m, type Language } from '#services/i18n/index.ts';
import { regionMapSvg, type MapPlace } from '../map/index.ts';
import type { BookletMap } from './booklet.ts';

/** The places of these practices on the map of the region; undefined where none is known. */
export function bookletMap(
  practices: readonly Pick<PracticeReading, 'places'>[],
  language: Language,
): BookletMap | undefined {
  const places = new Map<string, MapPlace>();
  for (const place of practices.flatMap((practice) => practice.places)) {
    const count = (places.get(place.id)?.count ?? 0) + 1;
    places.set(place.id, { ...place, name: place.displayName, count });
  }
  if (places.size === 0) return undefined;
  const { svg, alt } = regionMapSvg({ places: [...places.values()], language });
  // A mark may stand for several towns: here each has its name, and how many practices it has where these are several.
  const { compare } = new Intl.Collator(language);
  const named = [...places.values()]
    .toSorted((a, b) => compare(a.name, b.name))
    .map(({ name, count }) => (count > 1 ? `${name} (${formatNumber(count, language)})` : name));
  return { svg, alt, places: named, caption: `${m.map_credit_outlines()} Natural Earth.` };
}
