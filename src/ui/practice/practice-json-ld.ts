import type { PracticePage, ShownPicture } from '#domains/practices/index.ts';
import { m, type Language } from '#services/i18n/index.ts';
import { paths } from '../paths.ts';
import { siteName } from '../site-name.ts';
import { licenceOf } from './licence.ts';

/** The practice as schema.org data (JSON-LD), in the language of its full text; and the page in the reader's `language` that holds it. */
export function practiceJsonLd(practice: PracticePage, language: Language, origin: string): string {
  const { head, body } = practice;
  const licence = licenceOf(practice.licence);
  const years = [practice.yearStart, practice.yearEnd].filter((year) => year !== null);
  const isOpen = practice.course === 'ongoing' && years.length === 1;
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': origin + paths.identifier(practice.identifier),
    identifier: practice.identifier,
    url: origin + paths.practice(head.language, practice.slug),
    headline: head.title,
    abstract: head.teaser,
    articleBody: body.summary ?? undefined,
    inLanguage: body.language,
    image:
      practice.pictures.length > 0
        ? practice.pictures.map((picture) => imageObject(picture, origin))
        : origin + paths.cover(practice.cover, 'full'),
    datePublished: practice.publishedOn,
    dateModified: practice.changedAt.toISOString(),
    license: licence.url ?? { '@type': 'CreativeWork', name: licence.name },
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: siteName, url: origin },
    author: { '@type': 'Organization', name: siteName, url: origin },
    keywords: practice.concepts.map(({ label }) => label),
    temporalCoverage: years.length > 0 ? years.join('/') + (isOpen ? '/..' : '') : undefined,
    spatialCoverage: practice.places.map((place) => ({
      '@type': 'Place',
      name: place.displayName,
      address: { '@type': 'PostalAddress', addressLocality: place.name, addressCountry: place.countryCode },
      geo: { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lon },
    })),
    citation: practice.sources.map(({ url }) => url),
    mainEntityOfPage: {
      '@type': 'WebPage',
      '@id': origin + paths.practice(language, practice.slug),
      inLanguage: language,
      breadcrumb: {
        '@type': 'BreadcrumbList',
        itemListElement: [
          listItem(1, siteName, origin + paths.home(language)),
          listItem(2, m.practices_list_heading(), origin + paths.practices(language)),
          listItem(3, head.title, origin + paths.practice(language, practice.slug)),
        ],
      },
    },
  });
}

const imageObject = (picture: ShownPicture, origin: string) => ({
  '@type': 'ImageObject',
  contentUrl: origin + paths.picture(picture.digest, picture.jpeg),
  encodingFormat: 'image/jpeg',
  width: picture.width,
  height: picture.height,
  caption: picture.alt,
  creditText: picture.credit,
  license: licenceOf(picture.licence).url,
});

const listItem = (position: number, name: string, item: string) => ({
  '@type': 'ListItem',
  position,
  name,
  item,
});
