import { pointAt, splinePath } from './outline.ts';
import { COLOUR } from './palettes.ts';
import { escapeXml } from './xml.ts';

/** The mark's own shape: eight radii, an eighth of a turn apart, in the units of its 32 × 32 frame. */
const SHAPE = [14.6, 15.6, 14.8, 13.7, 13.9, 14.9, 14.3, 13.5];

/** Nacre grows unevenly: towards the light, each layer is thicker, so the inner ones lie lower and to the left. */
const LAYERS = [
  { fill: COLOUR.sea, scale: 1, drift: 0 },
  { fill: COLOUR.shallow, scale: 0.73, drift: 0.9 },
  { fill: COLOUR.foam, scale: 0.47, drift: 1.7 },
] as const;

/**
 * The mark: three layers and the grain, an SVG document of 32 × 32 that also stands inline; legible at 16 px, on light and dark.
 * With a `title` it is an image of that name; without, it is decoration beside a word.
 */
export function markSvg(mark: { title?: string | undefined } = {}): string {
  const outline = SHAPE.map((radius, i) => pointAt(radius, i / SHAPE.length));
  const layers = LAYERS.map(({ fill, scale, drift }) => {
    const path = splinePath(outline.map(([x, y]) => [x * scale - drift, y * scale + drift]));
    return `<path fill="${fill}" d="${path}"/>`;
  });
  const naming =
    mark.title === undefined ? ' aria-hidden="true">' : ` role="img"><title>${escapeXml(mark.title)}</title>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="pearl-mark" viewBox="-16 -16 32 32" width="32" height="32"${naming}` +
    `${layers.join('')}<circle cx="-2" cy="2" r="3.2" fill="${COLOUR.amber}"/></svg>`
  );
}
