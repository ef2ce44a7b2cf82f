import type { Language } from '#services/i18n/index.ts';
import { paths } from './paths.ts';
import { siteName } from './site-name.ts';

type Site = { language: Language; origin: string; description: string };

const licence = 'https://creativecommons.org/licenses/by/4.0/';
const publisherAt = (origin: string) => ({ '@type': 'Organization', name: siteName, url: origin });

/** The site and its search as schema.org data, for the start page. */
export function siteJsonLd({ language, origin, description }: Site): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': `${origin}/#site`,
    name: siteName,
    url: origin + paths.home(language),
    description,
    inLanguage: language,
    publisher: publisherAt(origin),
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${origin}${paths.practices(language)}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  });
}

/** All practices as a data set that may be taken along, for the list without filters. */
export function practicesJsonLd({ language, origin, description, name }: Site & { name: string }): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${origin}/#practices`,
    name,
    description,
    url: origin + paths.practices(language),
    inLanguage: language,
    license: licence,
    isAccessibleForFree: true,
    creator: publisherAt(origin),
    distribution: [
      {
        '@type': 'DataDownload',
        encodingFormat: 'application/json',
        contentUrl: origin + paths.practicesJson(language),
      },
      {
        '@type': 'DataDownload',
        encodingFormat: 'application/atom+xml',
        contentUrl: origin + paths.practicesAtom(language),
      },
    ],
  });
}
