import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages, type Language } from '#services/i18n/languages.ts';
import { noConcepts } from './concept-finder.ts';
import { markMatches } from './highlight.ts';
import { readQuery } from './query.ts';

/** The text's pieces, with the lexemes of a query sought. */
const marks = (text: string, language: Language | null, query: string, asked: readonly Language[]) =>
  markMatches(
    text,
    language,
    new Set(readQuery(query, asked, noConcepts).words.flatMap(({ lexemes }) => lexemes)),
  );
const marked = (...request: Parameters<typeof marks>) =>
  marks(...request)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');

test('the forms of a word that the search finds are marked as they are written', () => {
  expect(marked('Koris jauniešiem: JAUNIETIS dzied.', 'lv', 'jaunieši', ['lv'])).toBe(
    'Koris [jauniešiem]: [JAUNIETIS] dzied.',
  );
  expect(marked('Libraries lend; the library’s door.', 'en', 'library', ['en'])).toBe(
    '[Libraries] lend; the [library’s] door.',
  );
});

test('names are marked whatever the language asked', () => {
  expect(marked('Rūjiena, Płock', null, 'rujiena plock', ['en'])).toBe('[Rūjiena], [Płock]');
});

test('words without weight are not marked', () => {
  expect(marked('The choir of the town', 'en', 'the choir', ['en'])).toBe('The [choir] of the town');
});

test('a text in a language that was not asked has no marks', () => {
  expect(marks('the choir', 'en', 'choir', ['lv'])).toEqual([{ text: 'the choir', isMatch: false }]);
});

test('without words to search for nothing is marked', () => {
  expect(marks('choir', 'en', '?!', ['en'])).toEqual([{ text: 'choir', isMatch: false }]);
  expect(marks('', 'en', 'choir', ['en'])).toEqual([]);
});

test('the pieces of any text make the text again', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('choir', ' ', 'a', '\u0301', 'ß', '\u00AD', "'")).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, text, fc.constantFrom(...languages, null), (original, query, language) => {
      expect(
        marks(original, language, query, languages)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(original);
    }),
  );
});
