import { defineParams } from '@sveltejs/kit/params';
import { draftPages, type DraftPageName } from '#domains/practices/forms/contribute/page-names.ts';
import { isLanguage, type Language } from '#services/i18n/languages.ts';
import { citationFormats, type CitationFormat } from '#ui/paths.ts';

export const params = defineParams({
  spreadsheet: (param): 'csv' | 'xlsx' | undefined =>
    param === 'csv' || param === 'xlsx' ? param : undefined,
  citationFormat: (param): CitationFormat | undefined => citationFormats.find((format) => format === param),
  sitemapPart: (param): number | undefined => (/^[1-9]\d{0,8}$/.test(param) ? Number(param) : undefined),
  draft: (param): number | undefined => (/^[1-9]\d{0,14}$/.test(param) ? Number(param) : undefined),
  digest: (param): string | undefined => (/^[0-9a-f]{64}$/.test(param) ? param : undefined),
  draftPage: (param): DraftPageName | undefined => draftPages.find((page) => page === param),
  language: (param): Language | undefined => (isLanguage(param) ? param : undefined),
});
