import { conceptsIn } from '#domains/vocabulary/index.ts';
import { keptUntilChange } from '#platform/changes/kept-until-change.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type { Cover, PracticeCard } from '../model.ts';
import { townCoverOf } from '../rules/cover.ts';
import {
  conceptCountsAt,
  countsByPlace,
  latestAtPlaces,
  placesSaid,
  sayingOf,
} from '../store/practices-at-places.ts';
import { practiceCards } from './practice-cards.ts';

const shrinkingChallenge = 'challenge:depopulation';

/** How many published practices each place has, by the place's id; places without one are left out. */
export const countByPlace = keptUntilChange('practices', countsByPlace);

/** The places of which a practice says that they shrink. */
export const shrinkingPlaces = keptUntilChange('practices', (db) => placesSaid(db, shrinkingChallenge));

/** The practices that say that the place shrinks, as cards: they are the source. At most `most`; `hasMore` where there are others. */
export async function shrinkingSources(
  db: Database,
  placeId: string,
  language: Language,
  most: number,
): Promise<{ practices: PracticeCard[]; hasMore: boolean }> {
  const ids = await sayingOf(db, placeId, shrinkingChallenge, most + 1);
  return { practices: await practiceCards(db, ids.slice(0, most), language), hasMore: ids.length > most };
}

/** Each place's practices as cards, the latest years first, at most `most` a place; places without one are left out. */
export async function practicesAt(
  db: Database,
  placeIds: readonly string[],
  language: Language,
  most: number,
): Promise<Map<string, PracticeCard[]>> {
  const found = await latestAtPlaces(db, placeIds, most);
  const cards = await practiceCards(db, [...new Set(found.map(({ id }) => id))], language);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const byPlace = Map.groupBy(found, ({ place }) => place);
  return new Map([...byPlace].map(([place, ids]) => [place, ids.flatMap(({ id }) => byId.get(id) ?? [])]));
}

/** Which dimensions of resilience a place's practices serve, in the vocabulary's order, and how many serve each. */
export async function dimensionsAt(
  db: Database,
  placeId: string,
  language: Language,
): Promise<{ code: string; label: string; count: number }[]> {
  const counts = await conceptCountsAt(db, placeId, 'dimension');
  return (await conceptsIn(db, language))
    .filter(({ schemeId }) => schemeId === 'dimension')
    .map(({ code, label }) => ({ code, label, count: counts.get(code) ?? 0 }))
    .filter(({ count }) => count > 0);
}

/** The drawing of a place: the dimensions that its practices serve. Whether there is such a place is not looked at. */
export async function placeCover(db: Database, placeId: string): Promise<Cover> {
  return townCoverOf(placeId, [...(await conceptCountsAt(db, placeId, 'dimension')).keys()]);
}
