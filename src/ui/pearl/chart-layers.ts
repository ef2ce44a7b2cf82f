import { outlineOf, radiusOfScore, turnOf, UNIT, type Scores } from './chart-scale.ts';
import { DIMENSIONS, type DimensionCode } from './dimensions.ts';
import { compact, compactList, pointAt, splinePath } from './outline.ts';
import { COLOUR } from './palettes.ts';

const FILLS = ['#14505f', COLOUR.sea, COLOUR.shallow, COLOUR.foam, COLOUR.sand] as const;

/** A narrow line the eye finds on light, dark and on every layer: light outside, deep sea within. */
function cased(kind: string, shape: string, width: number, extra = ''): string {
  const line = (part: string, colour: string, w: number): string =>
    `<path class="pearl-${kind}-${part}" d="${shape}" stroke="${colour}" stroke-width="${compact(w)}"/>`;
  return `<g class="pearl-${kind}" fill="none" stroke-linecap="round"${extra}>${line('case', COLOUR.pearl, width + 2.6)}${line('core', COLOUR.deepSea, width)}</g>`;
}

/** Faint rings at 1 to 5, and a spoke a dimension. */
export function ringsSvg(): string {
  const rings = [1, 2, 3, 4, 5].map((score) => `<circle r="${radiusOfScore(score)}"/>`).join('');
  const spokes = DIMENSIONS.map((code) => {
    const [from, to] = [pointAt(UNIT, turnOf(code)), pointAt(5 * UNIT, turnOf(code))];
    return `M${compactList(from)}L${compactList(to)}`;
  }).join('');
  return `<g class="pearl-rings" fill="none" stroke="currentColor" stroke-opacity=".2">${rings}<path d="${spokes}" stroke-opacity=".1"/></g>`;
}

/** The sectors about the given dimensions, an eighth of a turn each, as path data. */
function sectors(codes: readonly DimensionCode[]): string {
  const far = 8 * UNIT;
  return codes
    .map((code) => {
      const [a, b] = [pointAt(far, turnOf(code) - 1 / 16), pointAt(far, turnOf(code) + 1 / 16)];
      return `M0 0L${compactList(a)}L${compactList(b)}z`;
    })
    .join('');
}

/** Five layers, the outermost through the scores, and the grain; directions not known are pale. `id` keeps references apart on a page. */
export function layersSvg(scores: Scores, id: string): string {
  const outline = outlineOf(scores);
  if (outline.length === 0) return '';
  const layers = FILLS.map((fill, i) => {
    const path = splinePath(outline.map(([x, y]) => [x * (1 - i / 5), y * (1 - i / 5)]));
    const stroke =
      i === 0
        ? 'stroke="currentColor" stroke-width="1.5"'
        : `stroke="${COLOUR.pearl}" stroke-opacity=".45" stroke-width=".8"`;
    return `<path class="pearl-layer pearl-layer-${i + 1}" fill="${fill}" ${stroke} d="${path}"/>`;
  }).join('');
  const unknown = DIMENSIONS.filter((code) => scores[code] === null);
  const grain = `<circle class="pearl-grain" r="6" fill="${COLOUR.amber}"/>`;
  if (unknown.length === 0) return `<g class="pearl-layers">${layers}</g>${grain}`;
  const sure = DIMENSIONS.filter((code) => scores[code] !== null);
  return (
    `<clipPath id="${id}-known"><path d="${sectors(sure)}"/></clipPath><clipPath id="${id}-unknown"><path d="${sectors(unknown)}"/></clipPath>` +
    `<g class="pearl-layers" clip-path="url(#${id}-known)"><g id="${id}-layers">${layers}</g></g>` +
    `<g class="pearl-unknown" clip-path="url(#${id}-unknown)" opacity=".22"><use href="#${id}-layers"/></g>${grain}`
  );
}

/** The outline of an earlier diagnosis, dashed. */
export function previousSvg(scores: Scores): string {
  const outline = outlineOf(scores);
  return outline.length === 0 ? '' : cased('previous', splinePath(outline), 1.6, ' stroke-dasharray="6 7"');
}

/** From the lowest to the highest answer, a bar along the spoke. */
export function spreadSvg(
  spread: Readonly<Partial<Record<DimensionCode, readonly [number, number] | null>>>,
): string {
  return DIMENSIONS.map((code) => {
    const range = spread[code];
    if (!range) return '';
    const [low, high] = range.map((score) => compactList(pointAt(radiusOfScore(score), turnOf(code))));
    return cased('spread', `M${low}L${high}`, 2.4);
  }).join('');
}

/** An open dot where each known score stands, exactly. */
export function dotsSvg(scores: Scores): string {
  const dots = DIMENSIONS.map((code) => {
    const score = scores[code];
    if (score === null) return '';
    const [x, y] = pointAt(radiusOfScore(score), turnOf(code));
    return `<circle class="pearl-dot" cx="${compact(x)}" cy="${compact(y)}" r="5"/>`;
  });
  return `<g class="pearl-dots" fill="${COLOUR.pearl}" stroke="${COLOUR.deepSea}" stroke-width="2">${dots.join('')}</g>`;
}
