import type { Language } from '#services/i18n/languages.ts';
import { drawingName, type Drawing } from './pearl/drawing.ts';
import type { CoverSize } from './pearl/frames.ts';

/** The cookie that remembers a chosen language; set only by choosing one. */
export const languageCookie = 'language';

/** The cookie that holds a reader's shortlist, and the one that tells the next page what became of an act. */
export const shortlistCookie = 'shortlist';
export const noteCookie = 'shortlist-note';

/** Where the page says what became of the reader's last act; an address that ends so leads there. */
export const noteAnchor = 'shortlist-note';

/** Where the list and the map begin to answer; a form of filters leads there. */
export const resultsAnchor = 'results';

/** The files that a citation is offered in, by the ending of their names. */
export const citationFormats = ['bib', 'ris', 'csl.json'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** The page that the link of a mail opens, without its language. */
export const contributeConfirmPage = 'contribute/begin/confirm';

/** Every address of the site, in one place. Relative to the origin. */
export const paths = {
  home: (language: Language) => `/${language}`,
  practices: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/practices`, parameters),
  practicesJson: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/practices.json`, parameters),
  map: (language: Language, parameters?: URLSearchParams) => withQuery(`/${language}/map`, parameters),
  practicesFile: (language: Language, format: 'csv' | 'xlsx', parameters?: URLSearchParams) =>
    withQuery(`/${language}/practices.${format}`, parameters),
  /** Of the reader, or with identifiers the one that somebody passes on. */
  shortlist: (language: Language, identifiers?: readonly string[]) =>
    withQuery(`/${language}/shortlist`, byIdentifier(identifiers)),
  shortlistFile: (language: Language, format: 'csv' | 'xlsx' | 'json', identifiers?: readonly string[]) =>
    withQuery(`/${language}/shortlist.${format}`, byIdentifier(identifiers)),
  compare: (language: Language, identifiers?: readonly string[]) =>
    withQuery(`/${language}/practices/compare`, byIdentifier(identifiers)),
  practice: (language: Language, slug: string) => `/${language}/practices/${slug}`,
  towns: (language: Language) => `/${language}/towns`,
  town: (language: Language, id: string) => `/${language}/towns/${id}`,
  townsLike: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/towns/like-ours`, parameters),
  practicePdf: (language: Language, slug: string) => `/${language}/practices/${slug}/pdf`,
  booklet: (language: Language, identifiers: readonly string[] = []) =>
    withQuery(`/${language}/practices/booklet`, byIdentifier(identifiers)),
  /** A document's progress until it is made, then the way to it. `watch` off: the page does not look again by itself. */
  document: (language: Language, digest: string, watch = true) =>
    `/${language}/documents/${digest}${watch ? '' : '?watch=off'}`,
  documentFile: (language: Language, digest: string, file: string) =>
    `/${language}/documents/${digest}/${file}`,
  practicesAtom: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/practices.atom`, parameters),
  /** The practice's citation as a file. */
  citation: (language: Language, slug: string, format: CitationFormat) =>
    `/${language}/practices/${slug}/citation.${format}`,
  openSearch: (language: Language) => `/${language}/opensearch.xml`,
  contribute: (language: Language) => `/${language}/contribute`,
  /** Where somebody without an account begins: an address is asked for, and once it is confirmed a draft opens. */
  contributeBegin: (language: Language) => `/${language}/contribute/begin`,
  contributeConfirm: (language: Language) => `/${language}/${contributeConfirmPage}`,
  contributePolicy: (language: Language) => `/${language}/contribute/policy`,
  /** Practices from a spreadsheet: the page that takes one, and the check of one that was taken. */
  bulk: (language: Language, digest?: string) =>
    `/${language}/contribute/bulk${digest === undefined ? '' : `/${digest}`}`,
  bulkTemplate: (language: Language, format: 'csv' | 'xlsx') =>
    `/${language}/contribute/bulk/template.${format}`,
  /** What is published, in the shape of an import. */
  bulkExport: (language: Language, format: 'csv' | 'xlsx', parameters?: URLSearchParams) =>
    withQuery(`/${language}/contribute/bulk/practices.${format}`, parameters),
  reviewQueue: (language: Language) => `/${language}/contribute/review`,
  /** How practices stand in a language, and where one is translated into it. */
  translations: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/contribute/translations`, parameters),
  translation: (language: Language, identifier: string, to: Language) =>
    `/${language}/contribute/translations/${identifier}/${to}`,
  /** A draft's overview, or a part of it: a page of its form, its preview, versions or review. */
  draft: (language: Language, id: number, part?: string) =>
    `/${language}/contribute/${id}${part === undefined ? '' : `/${part}`}`,
  /** A file of a picture of a draft, for who may read the draft. */
  draftPicture: (language: Language, id: number, digest: string, file: string) =>
    `/${language}/contribute/${id}/pictures/${digest}/${file}`,
  /** Where a published practice is confirmed, changed, and its owner written to. */
  practiceCare: (language: Language, identifier: string) => `/${language}/contribute/care/${identifier}`,
  vocabulary: (language: Language) => `/${language}/vocabulary`,
  signIn: (language: Language, to?: string) => withQuery(`/${language}/sign-in`, leadingTo(to)),
  signInSecondFactor: (language: Language, to?: string) =>
    withQuery(`/${language}/sign-in/second-factor`, leadingTo(to)),
  signInPasskey: (language: Language, to?: string) =>
    withQuery(`/${language}/sign-in/passkey`, leadingTo(to)),
  mailSent: (language: Language) => `/${language}/sign-in/mail-sent`,
  register: (language: Language, to?: string) => withQuery(`/${language}/register`, leadingTo(to)),
  forgottenPassword: (language: Language) => `/${language}/forgotten-password`,
  signOut: (language: Language) => `/${language}/sign-out`,
  account: (language: Language) => `/${language}/account`,
  secondFactor: (language: Language, to?: string) =>
    withQuery(`/${language}/account/second-factor`, leadingTo(to)),
  ownSessions: (language: Language) => `/${language}/account/sessions`,
  ownPassword: (language: Language) => `/${language}/account/password`,
  ownEmail: (language: Language) => `/${language}/account/email`,
  ownPasskeys: (language: Language) => `/${language}/account/passkeys`,
  ownData: (language: Language) => `/${language}/account/data`,
  about: (language: Language) => `/${language}/about`,
  languages: (language: Language) => `/${language}/languages`,
  secretariat: (language: Language) => `/${language}/secretariat`,
  people: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/secretariat/people`, parameters),
  person: (language: Language, id: number, parameters?: URLSearchParams) =>
    withQuery(`/${language}/secretariat/people/${id}`, parameters),
  claims: (language: Language) => `/${language}/secretariat/claims`,
  invitations: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/secretariat/invitations`, parameters),
  audit: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/secretariat/audit`, parameters),
  auditFile: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/secretariat/audit.csv`, parameters),
  outbox: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/secretariat/outbox`, parameters),
  concepts: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/secretariat/vocabulary`, parameters),
  /** Where the concept '<scheme>:<code>' is edited. */
  concept: (language: Language, id: string) => `/${language}/secretariat/vocabulary/${id.replace(':', '/')}`,
  newConcept: (language: Language, parameters?: URLSearchParams) =>
    withQuery(`/${language}/secretariat/vocabulary/new`, parameters),
  mergeConcept: (language: Language, id: string, parameters?: URLSearchParams) =>
    withQuery(`/${language}/secretariat/vocabulary/${id.replace(':', '/')}/merge`, parameters),
  siteSettings: (language: Language) => `/${language}/secretariat/settings`,
  privacy: (language: Language) => `/${language}/privacy`,
  /** What the link of an invitation opens; the command that writes the mail says the same address. */
  invitation: (language: Language, token: string) => `/${language}/invitation/${token}`,
  team: (language: Language, id: string, parameters?: URLSearchParams) =>
    withQuery(`/${language}/towns/${id}/team`, parameters),
  claim: (language: Language, id: string) => `/${language}/towns/${id}/claim`,
  chooseLanguage: (language: Language, to: string) => `/language/${language}?${new URLSearchParams({ to })}`,
  cover: (drawing: Drawing, size: CoverSize) => `/covers/${size}/${drawingName(drawing)}.svg`,
  /** A file of a picture of a published practice: its digest, its width and kind. */
  picture: (digest: string, file: string) => `/pictures/${digest}/${file}`,
  /** `file` is the view and a digest of its drawing, as src/ui/map names it. */
  outlines: (file: string) => `/outlines/${file}.svg`,
  identifier: (identifier: string) => `/id/${identifier}`,
  sitemap: '/sitemap.xml',
  sitemapOfPages: '/sitemap-pages.xml',
  /** The practices with the numbers of one range; parts count from 1. */
  sitemapOfPractices: (part: number) => `/sitemap-practices-${part}.xml`,
};

function byIdentifier(identifiers: readonly string[] = []): URLSearchParams {
  return new URLSearchParams(identifiers.map((identifier) => ['id', identifier]));
}

/** Where somebody goes once signed in; nowhere in particular without. */
function leadingTo(to: string | undefined): URLSearchParams {
  return new URLSearchParams(to === undefined ? {} : { to });
}

function withQuery(path: string, parameters: URLSearchParams | undefined): string {
  const query = parameters?.toString();
  return query ? `${path}?${query}` : path;
}

/** The same page in another language: every page's address begins with its language. */
export function inOtherLanguage(pathAndQuery: string, language: Language): string {
  return pathAndQuery.replace(/^\/[a-z]{2}(?=\/|\?|$)/, `/${language}`);
}
