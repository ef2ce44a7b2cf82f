import type { Language } from '#services/i18n/index.ts';
import { paths } from './paths.ts';
import { escapeXml } from './pearl/xml.ts';
import { siteName } from './site-name.ts';

/** OpenSearch 1.1: the list of practices as a search engine. A name holds 16 characters at most, so the language is its code. */
export function openSearchDescription(language: Language, origin: string, description: string): string {
  const url = (type: string, template: string, rel = '') =>
    `  <Url type="${type}"${rel} template="${escapeXml(origin + template)}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/" xml:lang="${language}">`,
    `  <ShortName>${siteName} (${language})</ShortName>`,
    `  <Description>${escapeXml(description)}</Description>`,
    `  <Language>${language}</Language>`,
    '  <InputEncoding>UTF-8</InputEncoding>',
    '  <OutputEncoding>UTF-8</OutputEncoding>',
    `  <Image width="16" height="16" type="image/svg+xml">${escapeXml(origin)}/favicon.svg</Image>`,
    // The braces are the format's own and are not escaped.
    url('text/html', `${paths.practices(language)}?q={searchTerms}`),
    url('application/json', `${paths.practicesJson(language)}?q={searchTerms}`),
    url('application/opensearchdescription+xml', paths.openSearch(language), ' rel="self"'),
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}
