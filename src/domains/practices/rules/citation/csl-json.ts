import { asSentences } from './as-sentences.ts';
import type { Citation } from './citation.ts';

/** An item of CSL-JSON 1.0.2, as far as we write one (https://github.com/citation-style-language/schema, csl-data.json). */
export type CslItem = {
  id: string;
  type: 'webpage';
  title: string;
  author: [{ literal: string }];
  issued: { 'date-parts': [[number, number, number]] };
  publisher: string;
  'container-title': string;
  version: string;
  URL: string;
  language: string;
  abstract: string;
  keyword: string;
  note: string;
};

/** The practice for programs that cite by CSL: a list of one item. */
export function cslJson(citation: Citation): CslItem[] {
  const [year = 0, month = 1, day = 1] = citation.publishedOn.split('-').map(Number);
  return [
    {
      id: citation.identifier,
      type: 'webpage',
      title: citation.title,
      author: [{ literal: citation.author }],
      issued: { 'date-parts': [[year, month, day]] },
      publisher: citation.publisher,
      'container-title': citation.publisher,
      version: citation.updatedOn,
      URL: citation.url,
      language: citation.language,
      abstract: citation.abstract,
      keyword: citation.keywords.join(', '),
      note: asSentences([citation.organised, citation.licence]),
    },
  ];
}
