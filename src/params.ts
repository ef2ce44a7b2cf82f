import { defineParams } from '@sveltejs/kit/params';
import { isLanguage, type Language } from '#services/i18n/languages.ts';

export const params = defineParams({
  spreadsheet: (param): 'csv' | 'xlsx' | undefined =>
    param === 'csv' || param === 'xlsx' ? param : undefined,
  language: (param): Language | undefined => (isLanguage(param) ? param : undefined),
});
