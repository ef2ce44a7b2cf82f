import type { Language } from '#services/i18n/languages.ts';
import type { Place } from '../model.ts';

/** The place's name as the reader's language has it, else as the place writes itself. */
export function placeName(place: Pick<Place, 'name' | 'names'>, language: Language): string {
  return place.names[language] ?? place.name;
}
