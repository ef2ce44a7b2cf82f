import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slugOf } from './slug.ts';

it.each([
  ['Ēdamais dārzs', 'edamais-darzs'],
  ['Łódź – für Groß & Klein', 'lodz-fur-gross-klein'],
  ['Ærø øl', 'aero-ol'],
  ['???', 'practice'],
  ['Мир', 'practice'],
])('"%s" is %s', (title, slug) => expect(slugOf(title)).toBe(slug));

it('is always an address that the database takes, and not a long one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const slug = slugOf(title);
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug.length).toBeLessThanOrEqual(60);
    }),
  );
});
