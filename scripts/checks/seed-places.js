import { jsonOf, languages } from './files.js';

/** Regions are named in nine languages (countries by Intl); a place lies in one of them, around the Baltic Sea. Returns the places' keys. @param {string} root @param {string[]} problems */
export function checkPlaces(root, problems) {
  const folder = 'db/seed/places';
  /** @type {{ code: string, officialLanguages: string[] }[]} */
  const countries = jsonOf(root, `${folder}/countries.json`, problems) ?? [];
  /** @type {{ key: string, country: string, names: Record<string, string> }[]} */
  const regions = jsonOf(root, `${folder}/regions.json`, problems) ?? [];
  /** @type {Record<string, any>[]} */
  const places = jsonOf(root, `${folder}/places.json`, problems) ?? [];
  const countryCodes = new Set(countries.map((country) => country.code));
  const regionKeys = new Map(regions.map((region) => [region.key, region.country]));
  for (const { code, officialLanguages } of countries) {
    const isKnown =
      officialLanguages?.length > 0 && officialLanguages.every((language) => languages.includes(language));
    if (!isKnown) problems.push(`${folder}/countries.json: ${code} has no official language of the nine`);
  }
  for (const { key, country, names } of regions) {
    checkNames(`${folder}/regions.json: ${key}`, names, problems);
    if (!countryCodes.has(country))
      problems.push(`${folder}/regions.json: ${key} lies in no known country (${country})`);
  }
  /** @type {Set<string>} */
  const keys = new Set();
  for (const place of places) {
    const where = `${folder}/places.json: ${place.key}`;
    if (keys.has(place.key)) problems.push(`${where} stands twice`);
    keys.add(place.key);
    if (place.country !== null && !countryCodes.has(place.country))
      problems.push(`${where} lies in no known country (${place.country})`);
    if (place.region != null && regionKeys.get(place.region) !== place.country)
      problems.push(`${where} lies in no region ${place.region} of its country`);
    if (!place.names?.default?.trim()) problems.push(`${where} has no name`);
    for (const language of Object.keys(place.names ?? {})) {
      if (language !== 'default' && !languages.includes(language))
        problems.push(`${where} is named in an unknown language (${language})`);
    }
    // From Norway and northern Germany to the east of Poland and Finland: a wrong sign or swapped numbers fall outside.
    if (place.lat != null && !(place.lat > 47 && place.lat < 72))
      problems.push(`${where} has the latitude ${place.lat}`);
    if (place.lon != null && !(place.lon > 3 && place.lon < 33))
      problems.push(`${where} has the longitude ${place.lon}`);
    if (place.population != null && !(Number.isInteger(place.population) && place.population > 0))
      problems.push(`${where} has the population ${place.population}`);
    checkLikenessFacts(where, place, problems);
  }
  if (places.length === 0) problems.push(`${folder}/places.json: holds no place`);
  return keys;
}

/** What towns are compared by has a source; an area is compared with nothing. @param {string} where @param {Record<string, any>} place @param {string[]} problems */
function checkLikenessFacts(where, place, problems) {
  for (const [fact, source] of [
    [place.coastKm, place.coastSource],
    [place.languages, place.languagesSource],
  ])
    if ((fact == null) !== (source == null)) problems.push(`${where} has ${fact} from the source ${source}`);
  if (place.coastKm != null && !(Number.isInteger(place.coastKm) && place.coastKm >= 0))
    problems.push(`${where} lies ${place.coastKm} km from the sea`);
  if ((place.kind === 'area') !== (place.coastKm == null))
    problems.push(`${where}: a town lies so far from the sea, an area does not (scripts/measure-coast.js)`);
}

/** @param {string} where @param {Record<string, string>} names @param {string[]} problems */
function checkNames(where, names, problems) {
  for (const language of languages)
    if (!names?.[language]?.trim()) problems.push(`${where} has no name in ${language}`);
}
