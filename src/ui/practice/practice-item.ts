import type { PracticeCard } from '#domains/practices/index.ts';
import type { Language } from '#services/i18n/languages.ts';
import { paths } from '../paths.ts';
import { schemeFacets } from './facet-names.ts';

/** A practice as it stands in lists of data: vocabulary codes instead of labels. `identifier` is what is cited. */
export function practiceItem(practice: PracticeCard, identifier: string, language: Language, origin: string) {
  const codes = (scheme: string) =>
    practice.conceptIds.filter((id) => id.startsWith(`${scheme}:`)).map((id) => id.slice(scheme.length + 1));
  const [place] = practice.places;
  return {
    id: practice.id,
    identifier,
    slug: practice.slug,
    url: origin + paths.practice(language, practice.slug),
    title: practice.title,
    teaser: practice.teaser,
    language: practice.language,
    languageState: practice.state,
    place: place?.name ?? null,
    country: place?.countryCode ?? null,
    yearStart: practice.yearStart,
    yearEnd: practice.yearEnd,
    cover: origin + paths.cover(practice.cover, 'full'),
    picture: practice.photo && {
      url: origin + paths.picture(practice.photo.digest, practice.photo.jpeg),
      width: practice.photo.width,
      height: practice.photo.height,
      description: practice.photo.alt,
      credit: practice.photo.credit,
      // Without one of its own nobody else may use it.
      licence: practice.photo.licence === 'permission' ? null : practice.photo.licence,
    },
    ...Object.fromEntries(schemeFacets.map((scheme) => [`${scheme}s`, codes(scheme)])),
  };
}
