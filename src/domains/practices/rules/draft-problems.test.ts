import { describe, expect, it } from 'vitest';
import type { DraftContent } from '../model.ts';
import { draftFieldNames, draftFields, emptyContent } from './draft-fields.ts';
import { draftProblems, isWebAddress } from './draft-problems.ts';
import { readEuros, readYear } from './numbers-typed.ts';

const whole: DraftContent = {
  ...emptyContent,
  title: 'Choir',
  teaser: 'We sing',
  places: ['Rūjiena'],
  course: 'ongoing',
  organiser: 'Town',
  summary: 's',
  challenge: 'c',
  whatWasDone: 'w',
  outcomes: 'o',
  concepts: ['challenge:ageing'],
  sources: [{ title: 'Paper', url: 'https://paper.example/1' }],
  consent: 'yes',
};
const known = {
  meanings: (name: string) => (name === 'Rūjiena' ? 1 : name === 'Twin' ? 2 : 0),
  isConcept: (id: string) => id === 'challenge:ageing' || id === 'method:festival',
  isPicture: () => true,
};
const problems = (change: Partial<DraftContent>) =>
  draftProblems({ ...whole, ...change }, known).map(({ field, key }) => `${field} ${key.slice(19)}`);

describe('what is wrong with a draft', () => {
  it('is nothing where all is there', () => expect(problems({})).toEqual([]));

  it('names each needed field of an empty draft as missing', () => {
    const found = draftProblems(emptyContent, known);
    expect(found.map(({ field }) => field)).toEqual(
      draftFieldNames.filter((field) => draftFields[field].isNeeded),
    );
    expect(found.every(({ isMissing }) => isMissing)).toBe(true);
  });

  it.each<[Partial<DraftContent>, string[]]>([
    [{ teaser: 'x'.repeat(200) }, []],
    [{ teaser: 'x'.repeat(201) }, ['teaser long']],
    [{ teaser: '😂'.repeat(200) }, []],
    [{ course: 'someday' }, ['course choice']],
    [{ yearStart: '99' }, ['yearStart year']],
    [{ yearStart: '2024', yearEnd: '2023' }, ['yearEnd years']],
    [{ yearStart: '2024', yearEnd: '2024' }, []],
    [{ costEur: 'a lot' }, ['costEur money']],
    [{ places: ['Twin'] }, ['places places']],
    [{ places: ['Atlantis', 'Rūjiena'] }, ['places place']],
    [{ places: Array<string>(4).fill('Rūjiena') }, ['places many']],
    [{ concepts: ['method:festival'] }, ['concepts challenge']],
    [{ concepts: ['challenge:ageing', 'challenge:gone'] }, ['concepts concept']],
    [{ sources: [{ title: '', url: 'https://paper.example' }] }, ['sources source']],
    [{ sources: [{ title: 'Paper', url: 'paper' }] }, ['sources source']],
    [{ consent: 'no' }, ['consent missing']],
  ])('%j: %j', (change, expected) => expect(problems(change)).toEqual(expected));
});

it.each([
  ['https://a.example/x?y#z', true],
  ['http://a.example', true],
  ['javascript:alert(1)', false],
  ['https://user:secret@a.example', false],
  ['https://localhost', false],
  ['//a.example', false],
  ['https://a.example/ x', false],
])('a web address: %s %s', (text, expected) => expect(isWebAddress(text)).toBe(expected));

it.each([
  ['', null],
  ['12000', 12000],
  ['12 000', 12000],
  ['12.000 €', 12000],
  ['EUR 1,200,000', 1200000],
  ['12,50', undefined],
  ['-5', undefined],
  ['€', undefined],
  ['99999999999', undefined],
])('euros: "%s" is %s', (typed, expected) => expect(readEuros(typed)).toBe(expected));

it.each([
  ['', null],
  ['2024', 2024],
  ['1899', undefined],
  ['24', undefined],
  ['2024-05', undefined],
])('a year: "%s" is %s', (typed, expected) => expect(readYear(typed)).toBe(expected));
