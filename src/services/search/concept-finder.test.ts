import { describe, expect, test } from 'vitest';
import { conceptFinder, noConcepts, type ConceptTerms } from './concept-finder.ts';

const concepts: ConceptTerms[] = [
  {
    id: 'people',
    broader: [],
    terms: { en: ['people'], lv: ['cilvēki'] },
  },
  {
    id: 'old',
    broader: ['people'],
    terms: { en: ['older people', 'the elderly', 'grandparents'], lv: ['seniori', 'veci cilvēki'] },
  },
  { id: 'alone', broader: ['feelings'], terms: { en: ['loneliness', 'being alone'], lv: ['vientulība'] } },
  { id: 'feelings', broader: ['life'], terms: { en: ['feelings'] } },
  { id: 'life', broader: ['feelings'], terms: { en: [] } },
];
const finder = conceptFinder(concepts);
const inQuery = (text: string) =>
  finder.inQuery(text.split(' '), ['en', 'lv']).map(({ id, covers }) => `${id} ${covers.join('')}`);

describe('in a query', () => {
  test.each([
    ['inflected words', 'vientulību senioriem', ['alone 0', 'old 1']],
    ['a term of two words, in any order and apart', 'people who are older', ['old 03', 'people 0']],
    ['a term but for its article', 'elderly', ['old 0']],
    ['terms of either language', 'loneliness seniori', ['alone 0', 'old 1']],
    ['half a term is none', 'older', []],
    ['nothing', 'xylophone', []],
  ])('%s: "%s"', (_, text, expected) => {
    expect(inQuery(text).sort()).toEqual([...expected].sort());
  });

  test('what covers most words comes first', () => {
    expect(inQuery('older people')).toEqual(['old 01', 'people 1']);
  });

  test('languages that are not asked are not understood', () => {
    expect(finder.inQuery(['vientulība'], ['en'])).toEqual([]);
  });
});

describe('in a text', () => {
  test.each([
    ['a word in any form', 'Grandparent and child sing.', ['old']],
    ['a term whose words stand near each other', 'For people, many of them older', ['people']],
    ['a term with a word between', 'We met older busy people.', ['old', 'people']],
    ['a term whose words stand far apart', 'An older house, and a great many people', ['people']],
    ['a text without a word', '…', []],
  ])('%s', (_, text, expected) => {
    expect([...finder.inText(text, 'en')].sort()).toEqual(expected);
  });

  test('a text is read in its own language only', () => {
    expect(finder.inText('vientulība', 'en').size).toBe(0);
    expect([...finder.inText('Pret vientulību', 'lv')]).toEqual(['alone']);
  });
});

describe('broader notions', () => {
  test('those just above, and all above', () => {
    expect([...finder.nextBroader(['alone'])]).toEqual(['feelings']);
    expect([...finder.broader(['alone', 'old'])].sort()).toEqual(['feelings', 'life', 'people']);
  });

  test('an unknown notion has none, and a circle has an end', () => {
    expect(finder.nextBroader(['unknown']).size).toBe(0);
    expect([...finder.broader(['life'])].sort()).toEqual(['feelings', 'life']);
  });
});

test('without a thesaurus nothing is found', () => {
  expect(noConcepts.inQuery(['people'], ['en'])).toEqual([]);
  expect(noConcepts.inText('people', 'en').size).toBe(0);
});

test('a word that says nothing speaks of no notion in a text, though its stem be that of one that does', () => {
  const danish = conceptFinder([{ id: 'dementia', broader: [], terms: { da: ['demens'] } }]);
  expect([...danish.inText('Vi hjælper dem', 'da')]).toEqual([]);
  expect([...danish.inText('Vi hjælper ved demens', 'da')]).toEqual(['dementia']);
});

test('an island of one letter is a word', () => {
  const danish = conceptFinder([{ id: 'island', broader: [], terms: { da: ['ø'] } }]);
  expect([...danish.inText('Livet på en ø', 'da')]).toEqual(['island']);
});
