import { asSentences } from './as-sentences.ts';
import type { Citation } from './citation.ts';

/** The citation for reading, in three parts, since the title may be in another language than the page. */
export type CitationSentence = { before: string; title: string; after: string };

/** `updated` says in the reader's language when the practice was last changed. The collection is author and publisher, and named once. */
export function citationSentence(citation: Citation, updated: string): CitationSentence {
  const { author, title, publishedOn, identifier, organised, licence, url } = citation;
  const whole = asSentences([title, identifier, organised, updated, licence, url]);
  return { before: `${author} (${publishedOn.slice(0, 4)}). `, title, after: whole.slice(title.length) };
}
