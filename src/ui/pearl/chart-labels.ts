import { DIMENSIONS, type DimensionCode } from './dimensions.ts';
import { compact, pointAt } from './outline.ts';
import { turnOf, UNIT, type Scores } from './chart-scale.ts';
import { escapeXml } from './xml.ts';

const LINE = 18;
const LINE_LENGTH = 18;
/** A generous guess at a letter's width at 15 px: no label may be cut, and the server cannot measure. */
const LETTER = 8.6;

/** The words of a label in lines of about 18 letters, broken only at spaces; a longer word keeps a line of its own. */
export function linesOf(label: string): string[] {
  return label
    .trim()
    .split(/\s+/u)
    .reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= LINE_LENGTH)
        return [...lines.slice(0, -1), `${last} ${word}`];
      return [...lines, word];
    }, []);
}

/** Half width and half height that hold ring 5 and every label, in drawing units. */
export function roomFor(labels: Readonly<Record<DimensionCode, string>>): { x: number; y: number } {
  const lines = DIMENSIONS.map((code) => linesOf(labels[code]));
  const far = DIMENSIONS.map((code, i) => {
    const width = Math.max(...(lines[i] ?? []).map((line) => line.length), 4) * LETTER;
    const [x] = pointAt(5 * UNIT + 16, turnOf(code));
    return Math.abs(x) < 1 ? width / 2 : Math.abs(x) + width;
  });
  const tallest = Math.max(lines[0]?.length ?? 1, lines[DIMENSIONS.length / 2]?.length ?? 1) + 1;
  return { x: Math.ceil(Math.max(300, ...far)), y: 5 * UNIT + 24 + tallest * LINE };
}

function textOf(code: DimensionCode, label: string, score: string): string {
  const [x, y] = pointAt(5 * UNIT + 16, turnOf(code));
  const lines = linesOf(label);
  const anchor = Math.abs(x) < 1 ? 'middle' : x > 0 ? 'start' : 'end';
  const height = (lines.length + 1) * LINE;
  const lift = Math.abs(x) < 1 ? (y < 0 ? height : 0) : height / 2 - (y / (5 * UNIT)) * (height / 4);
  const top = y - lift + 14;
  const spans = [
    `<tspan class="pearl-score" font-size="17" font-weight="700">${escapeXml(score)}</tspan>`,
    ...lines.map((line) => `<tspan x="${compact(x)}" dy="${LINE}">${escapeXml(line)}</tspan>`),
  ];
  return `<text class="pearl-label" x="${compact(x)}" y="${compact(top)}" text-anchor="${anchor}">${spans.join('')}</text>`;
}

/** The numbers and names around the rings; a score that is not known reads “–”. Numbers follow `locale` (BCP 47). */
export function labelsSvg(
  scores: Scores,
  labels: Readonly<Record<DimensionCode, string>>,
  locale: string,
): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const texts = DIMENSIONS.map((code) =>
    textOf(code, labels[code], scores[code] === null ? '–' : format.format(scores[code])),
  );
  return `<g class="pearl-labels" fill="currentColor" font-size="15">${texts.join('')}</g>`;
}
