import type { Citation } from './citation.ts';

/**
 * An author's name in RIS: a comma would part it into a family's and a given name, and the format knows no way to say that it does
 * not; so a dash stands for it.
 */
const risName = (name: string): string => name.replace(/\s*,[\s,]*/g, ' – ').trim();

/** The practice for RIS (tags of 2011, lines ended by CR LF, UTF-8). */
export function ris(citation: Citation): string {
  const lines: [string, string][] = [
    ['TY', 'ELEC'],
    ['ID', citation.identifier],
    ['TI', citation.title],
    ...citation.organisations.map((name): [string, string] => ['AU', risName(name)]),
    ['PY', citation.publishedOn.slice(0, 4)],
    ['DA', citation.publishedOn.replaceAll('-', '/')],
    ['PB', citation.publisher],
    ['UR', citation.url],
    ['AN', citation.identifier],
    ['LA', citation.language],
    ['AB', citation.abstract],
    ...citation.keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['N1', citation.licence],
  ];
  const written = lines.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${written.join('')}ER  - \r\n`;
}
