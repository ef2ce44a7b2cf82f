import type { Language } from '#services/i18n/languages.ts';
import type { Practice } from '../../model.ts';
import type { ChosenText } from '../choose-text.ts';
import { oneLine } from './one-line.ts';

/** A practice as it is cited. Every text is one line; days are YYYY-MM-DD. */
export type Citation = {
  identifier: string;
  title: string;
  /** Who stands before the title: the collection, which wrote the text that is cited; JSON-LD says the same. */
  author: string;
  publisher: string;
  /** Who carried the practice out, as a phrase in the reader's language; null where that is not known. */
  organised: string | null;
  /** The address that never changes. */
  url: string;
  publishedOn: string;
  updatedOn: string;
  /** Of title and abstract. */
  language: Language;
  licence: string;
  abstract: string;
  keywords: string[];
};

type Cited = Pick<Practice, 'publishedOn' | 'changedAt' | 'organiser' | 'licence'> & {
  identifier: string;
  head: ChosenText['head'];
  concepts: { label: string }[];
};

/**
 * How a practice is cited, in the language that its reader is given. The year is that of its publication here, which always is known,
 * and not those in which it was carried out, which may not be. `organised` says in words who carried it out.
 */
export function citationOf(
  practice: Cited,
  published: { by: string; at: string },
  organised: (organiser: string) => string,
): Citation {
  const organiser = oneLine(practice.organiser ?? '');
  return {
    identifier: practice.identifier,
    title: oneLine(practice.head.title) || practice.identifier,
    author: published.by,
    publisher: published.by,
    organised: organiser === '' ? null : organised(organiser),
    url: published.at,
    publishedOn: practice.publishedOn,
    updatedOn: practice.changedAt.toISOString().slice(0, 10),
    language: practice.head.language,
    licence: oneLine(practice.licence),
    abstract: oneLine(practice.head.teaser),
    keywords: practice.concepts.map(({ label }) => oneLine(label)),
  };
}
