import { formatList, m, type Language } from '#services/i18n/index.ts';
import { COLOUR } from '../pearl/palettes.ts';
import { escapeXml } from '../pearl/xml.ts';
import { leadPath } from './labels.ts';
import { marksOn, nameSize, type MapPlace, type PlacedMark } from './map-marks.ts';
import { markName } from './mark-names.ts';
import { outlinesOf } from './outlines.ts';
import type { ViewName } from './view.ts';

const paint = {
  sea: '#bfdcd6',
  shore: '#d6e8e0',
  others: '#e6e0d1',
  countries: '#fbf8f1',
  border: '#a79f8b',
  halo: '#fbf8f1',
};

/** A map as a document of its own: no style sheet, no link, plain colours. Names are set in the typeface given. */
export type StandaloneMap = { svg: string; alt: string; width: number; height: number };

/**
 * The region, or one country, with the places marked and named, for a PDF or a file. `alt` says in the language given
 * what is to be seen; `width` and `height` are the drawing's proportions.
 */
export function regionMapSvg({
  places,
  language,
  view: name = 'region',
  font = 'Atkinson Hyperlegible Next',
}: {
  places: readonly MapPlace[];
  language: Language;
  view?: ViewName;
  font?: string;
}): StandaloneMap {
  const { view, countries, others } = outlinesOf(name);
  const { width, height } = view;
  const { marks } = marksOn(view, places, markName);
  const land = others + countries;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<clipPath id="f"><path d="M0 0h${width}v${height}H0z"/></clipPath><g clip-path="url(#f)">` +
    `<path fill="${paint.sea}" d="M0 0h${width}v${height}H0z"/>` +
    `<path fill="none" stroke="${paint.shore}" stroke-width="30" stroke-linejoin="round" d="${land}"/>` +
    `<path fill="${paint.others}" d="${others}"/>` +
    `<path fill="${paint.countries}" stroke="${paint.border}" stroke-width="1.5" stroke-linejoin="round" d="${countries}"/>` +
    `<g font-family="${escapeXml(font)}" font-size="${nameSize - 6}">${marks.map(markSvg).join('')}</g></g></svg>`;
  return {
    svg,
    width,
    height,
    alt: m.map_small_title({
      places: formatList(
        places.map((place) => place.name),
        language,
      ),
    }),
  };
}

// A halo under the letters is drawn as a text of its own: not every reader of SVG knows `paint-order`. Nor do all know
// `dominant-baseline`, so the line is moved down by a third of its size.
function markSvg({ x, y, radius, name, label, spots }: PlacedMark): string {
  const circle = `<circle cx="${x}" cy="${y}" r="${radius}" fill="${COLOUR.deepSea}" stroke="#fff" stroke-width="3"/>`;
  const grain =
    spots.length > 1 ? `<circle cx="${x}" cy="${y}" r="${Math.round(radius * 0.4)}" fill="#fff"/>` : '';
  if (!label) return circle + grain;
  const lead = label.lead
    ? `<path d="${leadPath(label.lead)}" stroke="${COLOUR.deepSea}" stroke-width="3"/>`
    : '';
  const at = `x="${Math.round(label.x)}" y="${Math.round(label.y + (nameSize - 6) * 0.34)}" text-anchor="${label.anchor}"`;
  const text = escapeXml(name);
  return (
    `${circle}${grain}${lead}<text ${at} stroke="${paint.halo}" stroke-width="6" stroke-linejoin="round">${text}</text>` +
    `<text ${at} fill="${COLOUR.deepSea}">${text}</text>`
  );
}
