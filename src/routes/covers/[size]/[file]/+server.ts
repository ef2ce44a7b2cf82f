import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { coverDimensions } from '#domains/practices/index.ts';
import { coverSvg, COVER_FRAMES, DIMENSIONS, type CoverSize, type DimensionCode } from '#ui/pearl/index.ts';

/** The site's own drawing: deep water on the side where the start page's words stand. */
const houseCover = {
  identifier: 'mother-of-pearl',
  dimensions: ['belonging', 'participation', 'cooperation', 'inclusion'],
};

/** The drawing of a practice (`<slug>.svg`), the same for as long as its identifier and dimensions are. */
export const GET: RequestHandler = async ({ params, locals, setHeaders }) => {
  const slug = /^([a-z0-9-]{1,120})\.svg$/.exec(params.file)?.[1];
  if (slug === undefined || !Object.hasOwn(COVER_FRAMES, params.size)) error(404, 'No such cover');
  const cover = slug === 'nacre' ? houseCover : await coverDimensions(locals.db, slug);
  if (!cover) error(404, 'No such cover');
  setHeaders({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=31536000, immutable' });
  const dimensions = cover.dimensions.filter((code): code is DimensionCode =>
    (DIMENSIONS as readonly string[]).includes(code),
  );
  return new Response(coverSvg({ seed: cover.identifier, dimensions, size: params.size as CoverSize }));
};
