import { expect, test } from 'vitest';
import type { Language } from '#services/i18n/languages.ts';
import { queryLexemes, textLexemes } from './lexemes.ts';
import { stem } from './stem.ts';

test('a word of a text is indexed once, by its stem in the language of the text', () => {
  expect(textLexemes('bibliotēkām', 'lv')).toEqual(['lv:bibliotek']);
});

test.each<[query: string, asked: Language, name: string]>([
  ['rujiena', 'en', 'rūjiena'],
  ['rūjiena', 'pl', 'rūjiena'],
  ['rūjienā', 'lv', 'rūjiena'],
  ['rīgas', 'lv', 'rīga'],
  ['svendborgissa', 'fi', 'svendborg'],
  ['plock', 'en', 'płock'],
  ['płocku', 'pl', 'płock'],
  ['århus', 'en', 'aarhus'],
  ['aarhus', 'en', 'århus'],
  ['arhus', 'en', 'århus'],
  ['luebeck', 'en', 'lübeck'],
  ['lübecks', 'de', 'lübeck'],
])('%s, asked in %s, finds the name %s', (query, asked, name) => {
  const indexed = new Set(textLexemes(name, null));
  expect(queryLexemes(query, [asked]).some((lexeme) => indexed.has(lexeme))).toBe(true);
});

test('a word is not found in a language that was not asked', () => {
  expect(queryLexemes('bibliotēka', ['en'])).not.toContain('lv:bibliotek');
});

test('a word of one language that says nothing in another is not looked for there', () => {
  const lexemes = queryLexemes('men', ['en', 'da', 'sv']);
  expect(lexemes).toContain(`en:${stem('men', 'en')}`);
  expect(lexemes).not.toContain('da:men');
  expect(lexemes).not.toContain('sv:men');
});
