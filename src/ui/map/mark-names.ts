import { formatList, m, type Language } from '#services/i18n/index.ts';
import type { Mark } from './cluster.ts';
import type { PlacedPlace } from './map-marks.ts';

/** More names than these would be a list read aloud; all stand in the list beside the map. */
const mostNames = 8;

/** What stands beside a mark: "Turku", or "Turku +3" where three more places lie close by. Short, so that most have room. */
export function markName({ spots: [first, ...others] }: Mark<PlacedPlace>): string {
  const name = first?.name ?? '';
  return others.length === 0 ? name : `${name} +${others.length}`;
}

/** What a mark says to those who hear it or rest on it: what stands beside it, the other places, and how many practices. */
export function markSentence(mark: Mark<PlacedPlace>, language: Language): string {
  const practices = m.practices_count({ count: mark.count });
  const others = mark.spots.slice(1).map(({ name }) => name);
  if (others.length === 0) return `${markName(mark)}: ${practices}`;
  const names =
    others.length > mostNames ? `${others.slice(0, mostNames).join(', ')} …` : formatList(others, language);
  return `${markName(mark)} (${names}): ${practices}`;
}
