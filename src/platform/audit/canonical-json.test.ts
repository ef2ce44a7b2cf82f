import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** The same value with the keys of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}

describe('the canonical text of a JSON value', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('says the same value, and says it again in the same way', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it.each([
    [{ b: 1, a: [true, null, 'ž'] }, '{"a":[true,null,"ž"],"b":1}'],
    // RFC 8785, 3.2.3: by UTF-16 code unit, and a number among the keys is a text as any other.
    [
      { '\u20ac': 1, '\r': 2, '10': 3, '9': 4, '\ud83d\ude02': 5, '\ufb33': 6 },
      '{"\\r":2,"10":3,"9":4,"€":1,"😂":5,"\ufb33":6}',
    ],
    [[1e21, -0, 0.1, 1e-7], '[1e+21,0,0.1,1e-7]'],
    [{ gone: undefined, kept: null }, '{"kept":null}'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
    ['\u0000\ud800', '"\\u0000\\ud800"'],
  ])('of %j is as the standard writes it', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([
    NaN,
    Infinity,
    1n,
    undefined,
    [undefined],
    () => 1,
    Symbol('s'),
    { a: NaN },
    new Map(),
    new Set([1]),
  ])('is refused to what JSON would lose: %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
