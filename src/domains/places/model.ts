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

/** A place with what only its own page and the comparison of towns need. Distance in whole kilometres, null where not measured. */
export type Town = Place & {
  regionNames: Partial<Record<Language, string>>;
  coastKm: number | null;
  coastSource: string | null;
  /** Its own where a source says so, else its country's official ones; codes of BCP 47. */
  languages: string[];
  /** Null where the languages are the country's. */
  languagesSource: string | null;
};

/** A town that carries or carried the title. */
export type Pearl = Pick<Place, 'id' | 'name' | 'names' | 'countryCode'> & { year: number };
