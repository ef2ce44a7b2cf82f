import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { placesById } from '#domains/places/index.ts';
import { parseIdentifier, placeCover, practiceCover } from '#domains/practices/index.ts';
import type { Database } from '#platform/database/connect.ts';
import {
  coverSvg,
  COVER_FRAMES,
  drawingName,
  houseDrawing,
  servedDimensions,
  type CoverSize,
  type Drawing,
} from '#ui/pearl/index.ts';
import { paths } from '#ui/paths.ts';

const file = new RegExp(
  `^(${houseDrawing.seed}|np-[1-9]\\d{0,14}|town-[a-z0-9-]{1,64}?)(?:-[0-9a-f]{8})?\\.svg$`,
);

const isSize = (text: string): text is CoverSize => Object.hasOwn(COVER_FRAMES, text);

/** What the drawing of this name is made from; undefined where nothing of the name is published. */
async function drawingOf(db: Database, name: string): Promise<Drawing | undefined> {
  const id = parseIdentifier(name);
  if (id !== null) return await practiceCover(db, id);
  const place = /^town-(.+)$/.exec(name)?.[1];
  if (place === undefined) return houseDrawing;
  return (await placesById(db, [place])).has(place) ? await placeCover(db, place) : undefined;
}

/** `<identifier>-<digest>.svg`: the digest is of what is drawn, so the answer may be kept; without it or with an old one it redirects. */
export const GET: RequestHandler = async ({ params: { size, file: asked }, locals, setHeaders }) => {
  const name = file.exec(asked)?.[1];
  if (name === undefined || !isSize(size)) error(404, 'No such cover');
  const drawing = await drawingOf(locals.db, name);
  if (!drawing) error(404, 'No such cover');
  if (asked !== `${drawingName(drawing)}.svg`) redirect(302, paths.cover(drawing, size));
  setHeaders({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=31536000, immutable' });
  return new Response(
    coverSvg({ seed: drawing.seed, dimensions: servedDimensions(drawing.dimensions), size }),
  );
};
