import type { Citation } from './citation.ts';

/** The citation for reading, in three parts, since the title may be in another language than the page. */
export type CitationSentence = { before: string; title: string; after: string };

/** `updated` says in the reader's language when the practice was last changed. Without an organisation the year follows the title. */
export function citationSentence(citation: Citation, updated: string): CitationSentence {
  const year = `(${citation.publishedOn.slice(0, 4)})`;
  const names = citation.organisations.join('; ');
  const stop = names !== '' && /[.?!…]$/.test(citation.title) ? '' : '.';
  const rest = [`${citation.publisher}, ${citation.identifier}`, updated, citation.licence, citation.url];
  return {
    before: names === '' ? '' : `${names} ${year}. `,
    title: citation.title,
    after: `${names === '' ? ` ${year}` : ''}${stop} ${rest.join('. ')}`,
  };
}
