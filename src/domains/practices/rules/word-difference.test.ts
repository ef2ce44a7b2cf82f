import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordDifference } from './word-difference.ts';

it('shows the words that went and came, and leaves the rest', () => {
  expect(wordDifference('We sing on Mondays', 'We all sing on Fridays')).toEqual([
    { kind: 'same', text: 'We' },
    { kind: 'added', text: ' all' },
    { kind: 'same', text: ' sing on' },
    { kind: 'removed', text: ' Mondays' },
    { kind: 'added', text: ' Fridays' },
  ]);
});

it.each([
  ['', '', []],
  ['a b', 'a b', [{ kind: 'same', text: 'a b' }]],
  ['', 'new', [{ kind: 'added', text: 'new' }]],
  ['old', '', [{ kind: 'removed', text: 'old' }]],
])('from %j to %j', (before, after, parts) => {
  expect(wordDifference(before, after)).toEqual(parts);
});

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '\n', ' ', 'ā'), { maxLength: 40 })
  .map((s) => s.join(''));

it('holds both texts whole, whatever they are', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDifference(before, after);
      const joined = (kept: string) =>
        parts
          .filter(({ kind }) => kind === 'same' || kind === kept)
          .map((part) => part.text)
          .join('');
      expect(joined('removed')).toBe(before);
      expect(joined('added')).toBe(after);
    }),
  );
});

it('of two very long texts without a common word is still quick', () => {
  const long = (letter: string) => Array.from({ length: 5000 }, (_, n) => `${letter}${n}`).join(' ');
  expect(wordDifference(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
