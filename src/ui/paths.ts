import type { Language } from '#services/i18n/languages.ts';
import { drawingName, type Drawing } from './pearl/drawing.ts';
import type { CoverSize } from './pearl/frames.ts';

/** The cookie that remembers a chosen language; set only by choosing one. */
export const languageCookie = 'language';

/** The files that a citation is offered in, by the ending of their names. */
export const citationFormats = ['bib', 'ris', 'csl.json'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** Every address of the site, in one place. Relative to the origin. */
export const paths = {
  home: (language: Language) => `/${language}`,
  practices: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/practices`, parameters),
  practicesJson: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/practices.json`, parameters),
  practicesAtom: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/practices.atom`, parameters),
  practice: (language: Language, slug: string) => `/${language}/practices/${slug}`,
  /** The practice's citation as a file. */
  citation: (language: Language, slug: string, format: CitationFormat) =>
    `/${language}/practices/${slug}/citation.${format}`,
  openSearch: (language: Language) => `/${language}/opensearch.xml`,
  vocabulary: (language: Language) => `/${language}/vocabulary`,
  about: (language: Language) => `/${language}/about`,
  languages: (language: Language) => `/${language}/languages`,
  chooseLanguage: (language: Language, to: string) => `/language/${language}?${new URLSearchParams({ to })}`,
  cover: (drawing: Drawing, size: CoverSize) => `/covers/${size}/${drawingName(drawing)}.svg`,
  identifier: (identifier: string) => `/id/${identifier}`,
  sitemap: '/sitemap.xml',
  sitemapOfPages: '/sitemap-pages.xml',
  /** The practices with the numbers of one range; parts count from 1. */
  sitemapOfPractices: (part: number) => `/sitemap-practices-${part}.xml`,
};

function withQuery(path: string, parameters: URLSearchParams | undefined): string {
  const query = parameters?.toString();
  return query ? `${path}?${query}` : path;
}

/** The same page in another language: every page's address begins with its language. */
export function inOtherLanguage(pathAndQuery: string, language: Language): string {
  return pathAndQuery.replace(/^\/[a-z]{2}(?=\/|\?|$)/, `/${language}`);
}
