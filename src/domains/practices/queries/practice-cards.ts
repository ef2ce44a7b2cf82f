import { placeName } from '#domains/places/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type { PracticeCard } from '../model.ts';
import { coverOf } from '../rules/cover.ts';
import { cardsById } from '../store/cards.ts';
import { shownPicture } from './shown-picture.ts';

/** Cards of the published ones among these practices, in the order of `ids`, as a reader of `language` sees them. */
export async function practiceCards(
  db: Database,
  ids: readonly number[],
  language: Language,
): Promise<PracticeCard[]> {
  return (await cardsById(db, ids, language)).map(({ places, photo, ...card }) => ({
    ...card,
    photo: photo && shownPicture(photo),
    cover: coverOf(card.id, card.conceptIds),
    places: places.map(({ names, ...place }) => ({
      ...place,
      displayName: placeName({ ...place, names }, language),
    })),
  }));
}
