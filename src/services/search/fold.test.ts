import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldToDigraphs } from './fold.ts';

test.each([
  ['rūjiena', 'rujiena'],
  ['płock', 'plock'],
  ['łódź', 'lodz'],
  ['tønder', 'tonder'],
  ['ærø', 'aero'],
  ['straße', 'strasse'],
  ['šiauliai', 'siauliai'],
  ['pärnu', 'parnu'],
  ["o'neil", 'oneil'],
  ['ﬁlm', 'film'],
  ['文化', '文化'],
])('%s is folded to %s', (word, folded) => {
  expect(fold(word)).toBe(folded);
});

test.each([
  ['århus', 'aarhus'],
  ['tønder', 'toender'],
  ['lübeck', 'luebeck'],
  ['pärnu', 'paernu'],
  ['rūjiena', 'rujiena'],
])('%s may be typed %s', (word, typed) => {
  expect(foldToDigraphs(word)).toBe(typed);
});

test('whatever is folded holds letters and numbers only, is short, and does not change when folded again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = fold(text);
      expect(folded).toMatch(/^[\p{L}\p{N}]{0,40}$/u);
      expect(fold(folded)).toBe(folded);
    }),
    { numRuns: 1000 },
  );
});
