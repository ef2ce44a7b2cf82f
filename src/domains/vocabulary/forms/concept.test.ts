import { describe, expect, it, test } from 'vitest';
import { languages } from '#services/i18n/languages.ts';
import { inEach, noWords } from '../rules/concept-words.ts';
import { conceptForm, conceptsQuestion, contentOf, fieldsOf, newConceptForm } from './concept.ts';

const empty = Object.fromEntries(Object.keys(conceptForm.shape).map((name) => [name, '']));
const typed = (fields: Record<string, string>) => ({ ...empty, label_en: 'Choirs', version: 'v', ...fields });
const problems = (fields: Record<string, string>) => {
  const read = conceptForm.safeParse(typed(fields));
  return read.success ? [] : read.error.issues.map(({ path, message }) => [String(path[0]), message]);
};

describe('what is typed of a concept', () => {
  it('is read a line a word, each once, without the label', () => {
    const content = contentOf(
      conceptForm.parse(
        typed({
          label_en: '  Choirs\u0000 and   songs ',
          synonyms_en: 'singing\r\n\r\nSinging\nchoirs and songs',
          spoken_en: 'singing\nla la',
          broader: ' culturalForm:music \n culturalForm:music',
        }),
      ),
    );
    expect(content.words.en).toEqual({
      label: 'Choirs and songs',
      scopeNote: '',
      synonyms: ['singing'],
      spoken: ['la la'],
    });
    expect(content.broader).toEqual(['culturalForm:music']);
    expect(content.words.lv).toEqual(noWords);
  });

  test.each<[Record<string, string>, string[][]]>([
    [{}, []],
    [{ label_en: '' }, [['label_en', 'vocabulary_error_label_needed']]],
    [{ label_fi: 'x'.repeat(121) }, [['label_fi', 'vocabulary_error_label_long']]],
    [{ note_en: 'x'.repeat(1001) }, [['note_en', 'vocabulary_error_note_long']]],
    [{ synonyms_en: `ok\n${'x'.repeat(121)}` }, [['synonyms_en', 'vocabulary_error_term_long']]],
    [
      { spoken_en: Array.from({ length: 81 }, (_, n) => `w${n}`).join('\n') },
      [['spoken_en', 'vocabulary_error_terms_many']],
    ],
    [{ synonyms_de: 'Chor' }, [['label_de', 'vocabulary_error_words_without_label']]],
    [{ broader: 'no-id' }, [['broader', 'vocabulary_error_broader']]],
  ])('%j has the problems %j', (fields, expected) => {
    expect(problems(fields)).toEqual(expected);
  });

  it('comes back from its own fields as it was', () => {
    const words = inEach((language) => ({
      label: `label ${language}`,
      scopeNote: 'note',
      synonyms: ['one', 'two words'],
      spoken: ['three'],
    }));
    const fields = fieldsOf({ broader: ['topic:a', 'method:b'], words });
    expect(contentOf(conceptForm.parse({ ...fields, version: 'v' }))).toEqual({
      broader: ['topic:a', 'method:b'],
      words,
    });
  });
});

test('a new concept needs a scheme that there is', () => {
  const of = (scheme: string) => newConceptForm.safeParse({ ...typed({}), scheme }).success;
  expect([of('topic'), of('method'), of('constructor'), of('')]).toEqual([true, true, false, false]);
});

test('a list’s address that cannot be meant asks for everything', () => {
  expect(conceptsQuestion(new URLSearchParams('scheme=x&missing=xx&page=-3&q=%20a%20%20b'))).toEqual({
    scheme: null,
    missing: null,
    text: 'a b',
    page: 1,
  });
  for (const language of languages)
    expect(conceptsQuestion(new URLSearchParams({ missing: language })).missing).toBe(language);
});
