import type { Language } from '#services/i18n/languages.ts';

/** A stem of the dictionary: `word` is one that it came from. */
export interface KnownStem {
  readonly language: Language | '*';
  readonly stem: string;
  readonly word: string;
}

/** How a known stem is near a word: a part of it or it of the word, a slip of the hand, another form. */
export type Nearness = 'part' | 'slip' | 'form';

/** Languages that write compounds as one word. */
export const compounding: ReadonlySet<string> = new Set(['de', 'sv', 'da', 'fi', 'et']);

const SHORTEST_PART = 4;
const SHORTEST_SLIP = 4;

/**
 * Letters to change to make one word the other (Damerau–Levenshtein: swapped neighbours are one), or
 * `most + 1` if it takes more.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}

function sharedStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}

function isPart(part: string, whole: string): boolean {
  if (part.length < SHORTEST_PART || whole.length - part.length < 3) return false;
  return whole.startsWith(part) || whole.endsWith(part);
}

/** Another form of the word, of which the stemmer left a different rest: stems alike but for their ends. */
function isForm(a: string, b: string): boolean {
  const shared = sharedStart(a, b);
  const longest = Math.max(a.length, b.length);
  return shared >= 4 && longest - shared <= 3 && shared >= longest * 0.6;
}

/** How a known stem is near the stem of a reader's word; null when it is not. */
export function nearness(stem: string, known: KnownStem): Nearness | null {
  const other = known.stem;
  if (other === stem) return null;
  if (isForm(stem, other)) return 'form';
  const slips = stem.length >= 8 ? 2 : stem.length >= SHORTEST_SLIP ? 1 : 0;
  // The first letter is seldom mistaken, and short words with another are other words.
  if (slips > 0 && (stem.length > 5 || stem[0] === other[0]) && distance(stem, other, slips) <= slips)
    return 'slip';
  const isOneWord = known.language === '*' || compounding.has(known.language);
  if (isOneWord && (isPart(stem, other) || isPart(other, stem))) return 'part';
  return null;
}

/** Most near stems taken for a word, the nearest first. */
export const MOST_NEAR = 24;

const order: Readonly<Record<Nearness, number>> = { form: 0, slip: 1, part: 2 };

/** The known stems near a word's stem, the nearest first. */
export function nearStems(
  stem: string,
  candidates: readonly KnownStem[],
): (KnownStem & { nearness: Nearness })[] {
  return candidates
    .flatMap((known) => {
      const how = nearness(stem, known);
      return how === null ? [] : [{ ...known, nearness: how }];
    })
    .sort(
      (a, b) =>
        order[a.nearness] - order[b.nearness] ||
        sharedStart(stem, b.stem) - sharedStart(stem, a.stem) ||
        a.stem.length - b.stem.length,
    )
    .slice(0, MOST_NEAR);
}
