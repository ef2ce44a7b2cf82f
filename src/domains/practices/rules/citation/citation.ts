import type { Language } from '#services/i18n/languages.ts';
import type { Practice } from '../../model.ts';
import type { ChosenText } from '../choose-text.ts';
import { oneLine } from './one-line.ts';

/** A practice as it is cited. Every text is one line; days are YYYY-MM-DD. */
export type Citation = {
  identifier: string;
  title: string;
  /** Who stands before the title: organisations, never persons; none where no organiser is known. */
  organisations: string[];
  publisher: string;
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
 * and not those in which it was carried out, which may not be.
 */
export function citationOf(practice: Cited, published: { by: string; at: string }): Citation {
  const organiser = oneLine(practice.organiser ?? '');
  return {
    identifier: practice.identifier,
    title: oneLine(practice.head.title) || practice.identifier,
    organisations: organiser === '' ? [] : [organiser],
    publisher: published.by,
    url: published.at,
    publishedOn: practice.publishedOn,
    updatedOn: practice.changedAt.toISOString().slice(0, 10),
    language: practice.head.language,
    licence: oneLine(practice.licence),
    abstract: oneLine(practice.head.teaser),
    keywords: practice.concepts.map(({ label }) => oneLine(label)),
  };
}
