import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batches, cut, join, MOST_CHARACTERS, MOST_TEXTS } from './pieces.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'ā', '😀', ' ', '\n', '.', '!', '\t'), maxLength: 120 });

describe('a text', () => {
  it('cut and joined again is the same, and no piece is too long, empty, or blank at its ends', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 30 }), (text, most) => {
        const parts = cut(text, most);
        expect(join(parts, parts.pieces)).toBe(text);
        for (const piece of parts.pieces) {
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(piece).toBe(piece.trim());
          expect(piece).not.toBe('');
          expect(piece.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('is cut into its lines, and a long line after a sentence', () => {
    expect(cut('One.\n\n  Two three.', 100).pieces).toEqual(['One.', 'Two three.']);
    expect(cut('The first one. The second one is longer.', 30).pieces).toEqual([
      'The first one.',
      'The second one is longer.',
    ]);
    expect(cut('no sentence ends anywhere', 12).pieces).toEqual(['no sentence', 'ends', 'anywhere']);
  });

  it('keeps its lines where the pieces are other words', () => {
    const parts = cut('One.\n\n Two.\n');
    expect(join(parts, ['Viens.', 'Divi.'])).toBe('Viens.\n\n Divi.\n');
  });
});

it('requests hold all texts in their order, and none is too large for a provider', () => {
  const pieces = fc.array(fc.integer({ min: 1, max: MOST_CHARACTERS }).map((length) => 'x'.repeat(length)));
  fc.assert(
    fc.property(pieces, (all) => {
      const requests = batches(all);
      expect(requests.flat()).toEqual(all);
      for (const request of requests) {
        expect(request.length).toBeLessThanOrEqual(MOST_TEXTS);
        expect(request.join('').length).toBeLessThanOrEqual(MOST_CHARACTERS);
      }
    }),
  );
});
