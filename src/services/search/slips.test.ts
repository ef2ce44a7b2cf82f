import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance } from './near-words.ts';
import { spellingsNearby } from './slips.ts';

describe('spellings nearby', () => {
  test.each([
    ['a letter missing', 'libary', 'library'],
    ['a letter too many', 'libbrary', 'library'],
    ['a letter taken for another', 'librery', 'library'],
    ['two letters swapped', 'lirbary', 'library'],
    ['the first letter', 'kibrary', 'library'],
    ['the last letter missing', 'librar', 'library'],
  ])('%s: "%s" may mean "%s"', (_, typed, meant) => {
    expect(spellingsNearby(typed, 'en').has(meant)).toBe(true);
  });

  test('letters of the language are among them', () => {
    expect(spellingsNearby('bibliotika', 'lv').has('bibliotēka')).toBe(true);
    expect(spellingsNearby('bibliotka', 'lv').has('bibliotēka')).toBe(true);
    expect(spellingsNearby('bibliotka', 'en').has('bibliotēka')).toBe(false);
  });

  test('a short word has none, and one of four letters keeps its first', () => {
    expect(spellingsNearby('kor', 'da').size).toBe(0);
    expect([...spellingsNearby('book', 'en')].every((spelling) => spelling.startsWith('b'))).toBe(true);
  });

  test('letters without end, which are kept in no index as a whole, have none', () => {
    expect(spellingsNearby('a'.repeat(40), 'en').size).toBeGreaterThan(0);
    expect(spellingsNearby('a'.repeat(41), 'en').size).toBe(0);
  });

  test('each is one slip away, and the word itself is none of them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,12}$/), (word) => {
        const all = spellingsNearby(word, 'en');
        expect(all.has(word)).toBe(false);
        for (const spelling of all) expect(distance(word, spelling, 1)).toBe(1);
      }),
      { numRuns: 20 },
    );
  });
});
