import { colourAt } from './colour.ts';
import { contour, depthAt, reliefOf } from './contours.ts';
import type { DimensionCode } from './dimensions.ts';
import { COVER_FRAMES, type CoverSize } from './frames.ts';
import { compact, splinePath } from './outline.ts';
import { COLOUR, PALETTES } from './palettes.ts';
import { sequence } from './seed.ts';

const stop = (offset: number, colour: string, opacity = 1): string =>
  `<stop${offset ? ` offset="${compact(offset, 2)}"` : ''} stop-color="${colour}"${opacity < 1 ? ` stop-opacity="${compact(opacity, 2)}"` : ''}/>`;

/** Light falls from the upper left, as on a map: lines are brighter there. */
const lineLight = (far: number): string =>
  `<linearGradient id="l" gradientUnits="userSpaceOnUse" x1="-${far}" y1="-${far}" x2="${far}" y2="${far}">` +
  `${stop(0, '#fff', 0.42)}${stop(1, '#fff', 0.16)}</linearGradient>`;

const glow = `<radialGradient id="g">${stop(0, '#fff', 0.6)}${stop(0.3, '#fff', 0.22)}${stop(1, '#fff', 0)}</radialGradient>`;

const amber = `<radialGradient id="a" cx=".4" cy=".35">${stop(0, '#f6c578')}${stop(1, COLOUR.amber)}</radialGradient>`;

/**
 * A cover as an SVG document of its own, without text: the same `seed` (the public identifier) always gives the same drawing.
 * `dimensions` are those the practice serves, in any order; none means not known. Width and height: `COVER_FRAMES`.
 */
export function coverSvg(cover: {
  seed: string;
  dimensions: readonly DimensionCode[];
  size: CoverSize;
}): string {
  const { width, height, layers, points, decimals, grainX, grainY, grainRadius, reach, light, crowding } =
    COVER_FRAMES[cover.size];
  const isSmall = cover.size === 'thumbnail';
  const random = sequence(cover.seed);
  const palette = PALETTES[Math.floor(random() * PALETTES.length)] ?? [COLOUR.foam, COLOUR.deepSea];
  const x = Math.round(width * (grainX[0] + (grainX[1] - grainX[0]) * random()));
  const y = Math.round(height * (grainY[0] + (grainY[1] - grainY[0]) * random()));
  const relief = reliefOf(cover.dimensions, random);

  const corners = [
    [-x, -y],
    [width - x, -y],
    [-x, height - y],
    [width - x, height - y],
  ] as const;
  const deepest = Math.max(...corners.map((corner) => depthAt(relief, corner, reach))) * 0.97;
  const paths = Array.from({ length: layers }, (_, i) => {
    const t = (layers - i) / layers;
    const depth = 0.03 + (deepest - 0.03) * t ** crowding;
    const index = !isSmall && (layers - i) % 5 === 0 ? ` stroke-width="${compact(height / 320)}"` : '';
    return `<path fill="${colourAt(palette, depth ** light)}"${index} d="${splinePath(contour(relief, depth, points, reach), decimals)}"/>`;
  });

  const halo = Math.round(reach[1] * 0.6);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    lineLight(reach[1]) +
    glow +
    (isSmall ? '' : amber) +
    `<path fill="${colourAt(palette, 1)}" d="M0 0h${width}v${height}H0z"/>` +
    `<g transform="translate(${x} ${y})"><g stroke="url(#l)" stroke-width="${isSmall ? 1.5 : compact(height / 500)}">${paths.join('')}</g>` +
    `<circle r="${halo}" fill="url(#g)"/><circle r="${grainRadius}" fill="${isSmall ? COLOUR.amber : 'url(#a)'}"/></g></svg>`
  );
}
