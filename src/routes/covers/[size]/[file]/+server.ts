import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { parseIdentifier, practiceCover } from '#domains/practices/index.ts';
import {
  coverSvg,
  COVER_FRAMES,
  drawingName,
  houseDrawing,
  servedDimensions,
  type CoverSize,
} from '#ui/pearl/index.ts';
import { paths } from '#ui/paths.ts';

const file = new RegExp(`^(${houseDrawing.seed}|np-[1-9]\\d{0,14})(?:-[0-9a-f]{8})?\\.svg$`);

const isSize = (text: string): text is CoverSize => Object.hasOwn(COVER_FRAMES, text);

/** `<identifier>-<digest>.svg`: the digest is of what is drawn, so the answer may be kept; without it or with an old one it redirects. */
export const GET: RequestHandler = async ({ params: { size, file: asked }, locals, setHeaders }) => {
  const name = file.exec(asked)?.[1];
  if (name === undefined || !isSize(size)) error(404, 'No such cover');
  const id = parseIdentifier(name);
  const drawing = id === null ? houseDrawing : await practiceCover(locals.db, id);
  if (!drawing) error(404, 'No such cover');
  if (asked !== `${drawingName(drawing)}.svg`) redirect(302, paths.cover(drawing, size));
  setHeaders({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=31536000, immutable' });
  return new Response(
    coverSvg({ seed: drawing.seed, dimensions: servedDimensions(drawing.dimensions), size }),
  );
};
