import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numbersInPart, numbersOfPart, sitemapPartOf } from './sitemap-part.ts';

it('each practice stands in exactly one part of the sitemap', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000_000 }), fc.integer({ min: 1, max: 20_000 }), (id, part) => {
      const { from, before } = numbersOfPart(part);
      expect(id >= from && id < before).toBe(sitemapPartOf(id) === part);
    }),
  );
});

it('a part in nine languages stays far below 50,000 addresses', () => {
  expect(numbersInPart * 9).toBeLessThan(50_000);
});
