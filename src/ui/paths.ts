import type { Language } from '#services/i18n/languages.ts';
import { drawingName, type Drawing } from './pearl/drawing.ts';
import type { CoverSize } from './pearl/frames.ts';

/** The cookie that remembers a chosen language; set only by choosing one. */
export const languageCookie = 'language';

/** Every address of the site, in one place. Relative to the origin. */
export const paths = {
  home: (language: Language) => `/${language}`,
  practices: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/practices`, parameters),
  practicesJson: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/practices.json`, parameters),
  map: (language: Language, parameters?: URLSearchParams) => withQuery(`/${language}/map`, parameters),
  town: (language: Language, id: string) => `/${language}/towns/${id}`,
  practice: (language: Language, slug: string) => `/${language}/practices/${slug}`,
  towns: (language: Language) => `/${language}/towns`,
  town: (language: Language, id: string) => `/${language}/towns/${id}`,
  townsLike: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/towns/like-ours`, parameters),
  practicePdf: (language: Language, slug: string) => `/${language}/practices/${slug}/pdf`,
  booklet: (language: Language, identifiers: readonly string[] = []) =>
    withQuery(`/${language}/practices/booklet`, new URLSearchParams(identifiers.map((id) => ['id', id]))),
  /** A document's progress until it is made, then the way to it. `watch` off: the page does not look again by itself. */
  document: (language: Language, digest: string, watch = true) =>
    `/${language}/documents/${digest}${watch ? '' : '?watch=off'}`,
  documentFile: (language: Language, digest: string, file: string) =>
    `/${language}/documents/${digest}/${file}`,
  vocabulary: (language: Language) => `/${language}/vocabulary`,
  about: (language: Language) => `/${language}/about`,
  languages: (language: Language) => `/${language}/languages`,
  chooseLanguage: (language: Language, to: string) => `/language/${language}?${new URLSearchParams({ to })}`,
  cover: (drawing: Drawing, size: CoverSize) => `/covers/${size}/${drawingName(drawing)}.svg`,
  /** `file` is the view and a digest of its drawing, as src/ui/map names it. */
  outlines: (file: string) => `/outlines/${file}.svg`,
  identifier: (identifier: string) => `/id/${identifier}`,
};

function withQuery(path: string, parameters: URLSearchParams | undefined): string {
  const query = parameters?.toString();
  return query ? `${path}?${query}` : path;
}

/** The same page in another language: every page's address begins with its language. */
export function inOtherLanguage(pathAndQuery: string, language: Language): string {
  return pathAndQuery.replace(/^\/[a-z]{2}(?=\/|\?|$)/, `/${language}`);
}
