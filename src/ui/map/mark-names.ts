import { formatList, m, type Language } from '#services/i18n/index.ts';
import type { Mark } from './cluster.ts';
import type { PlacedPlace } from './map-marks.ts';

/** More names than these would be a list read aloud; all stand in the list beside the map. */
const mostNames = 8;

/** What stands beside a mark: "Turku", or "Turku and 3 more". */
export function markName({ spots: [first, ...others] }: Mark<PlacedPlace>): string {
  const name = first?.name ?? '';
  return others.length === 0 ? name : m.map_cluster({ place: name, count: others.length });
}

/** What a mark says to those who hear it or rest on it: its name, whom it stands for, and how many practices. */
export function markSentence(mark: Mark<PlacedPlace>, language: Language): string {
  const practices = m.practices_count({ count: mark.count });
  const others = mark.spots.slice(1, 1 + mostNames).map(({ name }) => name);
  if (others.length === 0) return `${markName(mark)}: ${practices}`;
  const names = mark.spots.length - 1 > mostNames ? `${others.join(', ')} …` : formatList(others, language);
  return `${markName(mark)} (${names}): ${practices}`;
}
