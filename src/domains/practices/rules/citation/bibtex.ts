import type { Language } from '#services/i18n/languages.ts';
import { asSentences } from './as-sentences.ts';
import type { Citation } from './citation.ts';

/** What babel, and so biblatex, calls our languages. */
const babelNames: Record<Language, string> = {
  en: 'english',
  lv: 'latvian',
  lt: 'lithuanian',
  et: 'estonian',
  fi: 'finnish',
  sv: 'swedish',
  da: 'danish',
  de: 'ngerman',
  pl: 'polish',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// Commands in braces of their own: what follows them, a space too, stays as it is. Braces become commands, since BibTeX counts them even behind a backslash.
const commands: Record<string, string> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '&': '{\\&}',
  '%': '{\\%}',
  $: '{\\$}',
  '#': '{\\#}',
  _: '{\\_}',
};

/** The text for TeX to set as it stands: special characters as commands, and no pair that TeX would draw together into another sign. */
export function texText(text: string): string {
  return text
    .replace(/[\\{}~^&%$#_]/g, (character) => commands[character] ?? character)
    .replace(/([-'`,<>])(?=\1)|[?!](?=`)/g, '$&{}');
}

/** Words that hold a capital are kept as written: many styles would lower it, whatever the language. */
function texTitle(title: string): string {
  return title
    .split(' ')
    .map((word) => (/\p{Lu}|\p{Lt}/u.test(word) ? `{${texText(word)}}` : texText(word)))
    .join(' ');
}

/** The collection's name is one piece: without its own braces "and" or a comma would part it. */
const texName = (name: string): string => `{${texText(name)}}`;

const texKeyword = (keyword: string): string =>
  keyword.includes(',') ? `{${texText(keyword)}}` : texText(keyword);

/** The practice for BibTeX and BibLaTeX, in UTF-8. Its key is its identifier, which never changes. */
export function bibtex(citation: Citation): string {
  const [year = '', month = ''] = citation.publishedOn.split('-');
  const fields: [string, string][] = [
    ['author', `{${texName(citation.author)}}`],
    ['title', `{${texTitle(citation.title)}}`],
    ['organization', `{${texText(citation.publisher)}}`],
    ['year', `{${year}}`],
    ['month', months[Number(month) - 1] ?? '{}'],
    ['version', `{${citation.updatedOn}}`],
    ['url', `{${citation.url}}`],
    ['langid', `{${babelNames[citation.language]}}`],
    ['keywords', `{${citation.keywords.map(texKeyword).join(', ')}}`],
    ['abstract', `{${texText(citation.abstract)}}`],
    ['note', `{${texText(asSentences([citation.identifier, citation.organised, citation.licence]))}}`],
  ];
  const lines = fields
    .filter(([, value]) => value !== '{}')
    .map(([name, value]) => `  ${name.padEnd(12)} = ${value},`);
  return `@online{${citation.identifier},\n${lines.join('\n')}\n}\n`;
}
