import { describe, expect, test } from 'vitest';
import { coverSvg } from './cover.ts';
import { servedDimensions } from './dimensions.ts';
import { drawingName } from './drawing.ts';
import { COVER_FRAMES, type CoverSize } from './frames.ts';
import { hash } from './seed.ts';

describe('the name of a drawing', () => {
  test('begins with the identifier, in small letters', () => {
    expect(drawingName({ seed: 'NP-12', dimensions: ['trust'] })).toMatch(/^np-12-[0-9a-f]{8}$/);
  });

  test('is another one for other dimensions, and the same whatever their order', () => {
    const one = drawingName({ seed: 'NP-12', dimensions: ['trust', 'belonging'] });
    expect(drawingName({ seed: 'NP-12', dimensions: ['belonging', 'trust'] })).toBe(one);
    expect(drawingName({ seed: 'NP-12', dimensions: ['belonging'] })).not.toBe(one);
  });

  test('takes no notice of a dimension that is not drawn', () => {
    expect(drawingName({ seed: 'NP-12', dimensions: ['trust', 'no-such'] })).toBe(
      drawingName({ seed: 'NP-12', dimensions: ['trust'] }),
    );
  });
});

test('covers are still drawn as in this edition; when they are not, raise `edition`', () => {
  const drawn = Object.keys(COVER_FRAMES).map((size) =>
    coverSvg({
      seed: 'NP-12',
      dimensions: servedDimensions(['trust', 'belonging']),
      size: size as CoverSize,
    }),
  );
  expect(hash(drawn.join('\n'))).toMatchInlineSnapshot(`1660010842`);
  expect(drawingName({ seed: 'NP-12', dimensions: ['trust', 'belonging'] })).toMatchInlineSnapshot(
    `"np-12-5e0e0478"`,
  );
});
