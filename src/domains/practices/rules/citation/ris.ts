import { asSentences } from './as-sentences.ts';
import type { Citation } from './citation.ts';

/** The practice for RIS (tags of 2011, lines ended by CR LF, UTF-8). */
export function ris(citation: Citation): string {
  const lines: [string, string][] = [
    ['TY', 'ELEC'],
    ['ID', citation.identifier],
    ['TI', citation.title],
    // A comma would part a name into a family's and a given one; the collection's has none.
    ['AU', citation.author],
    ['PY', citation.publishedOn.slice(0, 4)],
    ['DA', citation.publishedOn.replaceAll('-', '/')],
    ['PB', citation.publisher],
    ['UR', citation.url],
    ['AN', citation.identifier],
    ['LA', citation.language],
    ['AB', citation.abstract],
    ...citation.keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['N1', asSentences([citation.organised, citation.licence])],
  ];
  const written = lines.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${written.join('')}ER  - \r\n`;
}
