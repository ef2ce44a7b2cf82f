import type { Language } from '#services/i18n/languages.ts';

export type PlaceKind = 'town' | 'municipality' | 'area';

/** A place of the region. Coordinates in degrees (WGS 84); population with its source, or null where none is known. */
export type Place = {
  id: string;
  kind: PlaceKind;
  countryCode: string;
  lat: number;
  lon: number;
  name: string;
  names: Partial<Record<Language, string>>;
  population: number | null;
  populationSource: string | null;
  /** When the figure was published: a day, a month or a year. */
  populationOn: string | null;
  titleYears: number[];
};

/** A town that carries or carried the title. */
export type Pearl = Pick<Place, 'id' | 'name' | 'names' | 'countryCode'> & { year: number };
