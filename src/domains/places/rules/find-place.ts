import type { Place } from '../model.ts';

type Named = Pick<Place, 'id' | 'name' | 'names' | 'countryCode'>;

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\p{P}\s]+/gu, ' ')
    .trim();

const namesOf = (place: Named): string[] => [place.name, ...Object.values(place.names)].map(fold);

/**
 * The places that a typed name can mean: "Rūjiena", "rujiena", or with the country, "Nida, Lithuania". Several where two towns share it.
 * `countryNames`: what the country of a code is called, in every language.
 */
export function placesMeant<P extends Named>(
  typed: string,
  places: readonly P[],
  countryNames: (code: string) => readonly string[],
): P[] {
  const whole = fold(typed);
  if (whole === '') return [];
  const byName = places.filter((place) => namesOf(place).includes(whole));
  if (byName.length > 0) return byName;
  const comma = typed.lastIndexOf(',');
  if (comma < 0) return [];
  const [name, country] = [fold(typed.slice(0, comma)), fold(typed.slice(comma + 1))];
  return places.filter(
    (place) =>
      namesOf(place).includes(name) &&
      [place.countryCode, ...countryNames(place.countryCode)].map(fold).includes(country),
  );
}
