import { labelsSvg, roomFor } from './chart-labels.ts';
import { dotsSvg, layersSvg, previousSvg, ringsSvg, spreadSvg } from './chart-layers.ts';
import type { Scores } from './chart-scale.ts';
import type { DimensionCode } from './dimensions.ts';
import { hash } from './seed.ts';
import { escapeXml } from './xml.ts';

/** What a diagnosis chart shows. */
export interface Chart {
  /** 1 to 5, `null` where not known. */
  readonly scores: Scores;
  /** The names of the dimensions in the reader's language, plain text. */
  readonly labels: Readonly<Record<DimensionCode, string>>;
  /** The text alternative: what it is, and what it says. Plain text. */
  readonly title: string;
  readonly description: string;
  /** An earlier diagnosis, as a dashed outline. */
  readonly previous?: Scores | undefined;
  /** Lowest and highest answer, 1 to 5. */
  readonly spread?: Readonly<Partial<Record<DimensionCode, readonly [number, number] | null>>> | undefined;
  /** BCP 47, for the numbers. */
  readonly locale: string;
}

/**
 * The diagnosis as an `<svg>` to stand in a page, beside a table of the same numbers. Text and lines take `currentColor`; it needs
 * no style of its own, and each part has a class (`pearl-…`) for the page's. Throws a RangeError on a score outside 1–5.
 */
export function chartSvg(chart: Chart): string {
  const { scores, labels, title, description, previous, spread, locale } = chart;
  const room = roomFor(labels);
  const id = `pearl-${hash(JSON.stringify(chart)).toString(36)}`;
  const box = [-room.x, -room.y, 2 * room.x, 2 * room.y];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="pearl-chart" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc"` +
    ` viewBox="${box.join(' ')}" width="${box[2]}" height="${box[3]}">` +
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>` +
    ringsSvg() +
    layersSvg(scores, id) +
    (previous ? previousSvg(previous) : '') +
    (spread ? spreadSvg(spread) : '') +
    dotsSvg(scores) +
    labelsSvg(scores, labels, locale) +
    '</svg>'
  );
}
