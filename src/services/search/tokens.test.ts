import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokens } from './tokens.ts';

const words = (text: string) => tokens(text).map((token) => token.text);

test.each([
  ['Kultūra, koris & 3D-druka!', ['kultūra', 'koris', '3d', 'druka']],
  ["The people’s choir and people's books", ['the', "people's", 'choir', 'and', "people's", 'books']],
  ["l'art d'Artagnan, 'quoted'", ['l', 'art', 'd', 'artagnan', 'quoted']],
  ['EU:n ja EU:ssa, huom: tämä', ['eu:n', 'ja', 'eu:ssa', 'huom', 'tämä']],
  ['2024–2025, 12.50 €', ['2024', '2025', '12', '50']],
  ['Biblio\u00ADthek', ['bibliothek']],
  ['ru\u0304jiena', ['rūjiena']],
  ['культура 文化', ['культура', '文化']],
  ['', []],
  ['!? — \0 \uD800', []],
])('%j has the words %j', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('a word stands where its offsets say, and none overlaps the next', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let last = 0;
      for (const { start, end } of tokens(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
        last = end;
      }
    }),
  );
});

test('no letter or number is left between the words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let between = '';
      let last = 0;
      for (const { start, end } of tokens(text)) {
        between += text.slice(last, start);
        last = end;
      }
      expect(between + text.slice(last)).not.toMatch(/[\p{L}\p{N}]/u);
    }),
  );
});

test('a long text without words, or of one word, takes no long time', () => {
  const start = performance.now();
  tokens("a'".repeat(100_000));
  tokens('AB:'.repeat(100_000));
  tokens('é\u00AD'.repeat(100_000));
  tokens('a'.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(10_000);
});
