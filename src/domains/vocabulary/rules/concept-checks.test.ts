import { describe, expect, it, test } from 'vitest';
import type { Language } from '#services/i18n/languages.ts';
import type { ConceptWords } from '../model.ts';
import { codeOf } from './concept-code.ts';
import { labelsTaken, warningsOf } from './concept-checks.ts';
import { inEach, noWords } from './concept-words.ts';
import { hasSeveralBroader, isFixed, mayMerge } from './schemes.ts';

const everywhere = (by: Partial<Record<Language, Partial<ConceptWords>>> = {}) => ({
  words: inEach((language) => ({ ...noWords, label: `label ${language}`, ...by[language] })),
});
const other = { conceptId: 'method:walk', language: 'lv' as const, label: 'Pastaiga' };

describe('a label', () => {
  it('that another concept of the scheme has in the same language is refused, capitals or not', () => {
    expect(labelsTaken(everywhere({ lv: { label: 'pastaiga' } }), [other])).toEqual([
      { key: 'vocabulary_error_twice', params: { language: 'lv', concept: 'method:walk' } },
    ]);
  });
  it('may be another’s in another language', () => {
    expect(labelsTaken(everywhere({ lt: { label: 'Pastaiga' } }), [other])).toEqual([]);
  });
});

describe('a warning', () => {
  test.each<[string, Parameters<typeof everywhere>[0], object[]]>([
    ['nothing is strange', {}, []],
    [
      'a language lacks',
      { pl: { label: '' } },
      [{ key: 'vocabulary_warning_missing', params: { language: 'pl' } }],
    ],
    [
      'the same in languages that are no kin',
      { lv: { label: 'Festival' }, fi: { label: 'festival' } },
      [{ key: 'vocabulary_warning_same', params: { first: 'lv', second: 'fi', label: 'Festival' } }],
    ],
    ['the same in Swedish and Danish', { sv: { label: 'festival' }, da: { label: 'festival' } }, []],
    [
      'a synonym that is another concept’s label',
      { lv: { synonyms: ['PASTAIGA'] } },
      [
        {
          key: 'vocabulary_warning_claimed',
          params: { language: 'lv', text: 'PASTAIGA', concept: 'method:walk' },
        },
      ],
    ],
  ])('where %s', (_, by, warnings) => {
    expect(warningsOf(everywhere(by), [other])).toEqual(warnings);
  });
});

test.each([
  ['Empty shops', [], 'empty-shops'],
  ['Empty shops', ['empty-shops', 'empty-shops-2'], 'empty-shops-3'],
  ['  Ärger & Öl!  ', [], 'arger-ol'],
  ['Ж', [], 'concept'],
  [`${'long '.repeat(30)}`, [], 'long-long-long-long-long-long-long-long-long-long-long-long'],
] as const)('the code of %j, where %j are taken', (label, taken, code) => {
  expect(codeOf(label, (one) => (taken as readonly string[]).includes(one))).toBe(code);
  expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('dimensions are fixed, and topics stand under several', () => {
  expect(isFixed('dimension')).toBe(true);
  expect(hasSeveralBroader('topic')).toBe(true);
  expect(hasSeveralBroader('method')).toBe(false);
});

test.each([
  ['method:a', 'method', 'method:b', 'method', true],
  ['method:a', 'method', 'method:a', 'method', false],
  ['method:a', 'method', 'challenge:a', 'challenge', false],
  ['dimension:a', 'dimension', 'dimension:b', 'dimension', false],
])('%s (%s) into %s (%s) may be merged: %s', (from, fromScheme, into, intoScheme, isAllowed) => {
  expect(mayMerge({ id: from, schemeId: fromScheme }, { id: into, schemeId: intoScheme }).ok).toBe(isAllowed);
});
