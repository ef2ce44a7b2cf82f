import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inhabitantsOf,
  likeParameters,
  mostInhabitants,
  nothingAsked,
  parseLikeQuestion,
  profileAsked,
} from './like-question.ts';

const parse = (query: string) => parseLikeQuestion(new URLSearchParams(query));
const names = ['town', 'size', 'country', 'coast', 'language', 'shrinking', 'practices', 'other'];
const address = fc
  .array(
    fc.tuple(fc.constantFrom(...names), fc.oneof(fc.string(), fc.constantFrom('LV', 'lv', 'coast', '1'))),
  )
  .map((pairs) => new URLSearchParams(pairs));

describe('the address of "Towns like ours"', () => {
  it('is the whole question: what was read can be written and read again', () => {
    fc.assert(
      fc.property(address, (parameters) => {
        const question = parseLikeQuestion(parameters);
        expect(parseLikeQuestion(likeParameters(question))).toEqual(question);
        expect(likeParameters(question).toString().length).toBeLessThan(1000);
      }),
    );
  });

  it('leaves off what a form sends empty', () => {
    expect(likeParameters(parse('town=&size=&country=&coast=')).toString()).toBe('');
    expect(parse('town=&size=&country=&coast=')).toEqual(nothingAsked);
  });

  it('takes a chosen town before any description', () => {
    expect(likeParameters(parse('size=900&town=kiel&country=DE&practices=1')).toString()).toBe(
      'town=kiel&practices=1',
    );
  });

  it.each(['town=Kiel!', 'country=Germany', 'coast=yes', 'language=1', 'shrinking=yes', 'town=a--b'])(
    'leaves off what cannot be meant: %s',
    (query) => {
      expect(parse(query)).toEqual(nothingAsked);
    },
  );
});

describe('the number of inhabitants', () => {
  it.each([
    ['12000', 12_000],
    ['12 000', 12_000],
    ['12\u00a0000', 12_000],
    ['12.000', 12_000],
    ['1,200,000', 1_200_000],
    ['12’000', 12_000],
    ['  7 ', 7],
    ['10000000', mostInhabitants],
  ])('may be written as %j', (typed, number) => {
    expect(inhabitantsOf(parse(`size=${encodeURIComponent(typed)}`))).toBe(number);
  });

  it.each(['many', '0', '-5', '12.5', '10000001', '1e3', '１２', '1 2', '999999999999999999999'])(
    'is not %j, which is kept to be shown again',
    (typed) => {
      const question = parse(`size=${encodeURIComponent(typed)}`);
      expect(inhabitantsOf(question)).toBeUndefined();
      expect(question.size).toBe(typed);
      expect(profileAsked(question)).toBeNull();
    },
  );

  it('may be left off', () => {
    expect(inhabitantsOf(parse(''))).toBeNull();
  });
});

describe('what is said of a town', () => {
  it('is compared, and what is not said stays unknown', () => {
    expect(profileAsked(parse('size=500&coast=inland&language=sv&language=fi&language=sv'))).toEqual({
      id: null,
      inhabitants: 500,
      countryCode: null,
      isOnCoast: false,
      languages: ['fi', 'sv'],
      isShrinking: null,
    });
  });

  it('is nothing where only the practices are asked for', () => {
    expect(profileAsked(parse('practices=1'))).toBeNull();
  });
});
