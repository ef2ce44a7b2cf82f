import type { Language } from '#services/i18n/languages.ts';
import { fold } from './fold.ts';

/** A stem of the dictionary: `word` is one that it came from. */
export interface KnownStem {
  readonly language: Language | '*';
  readonly stem: string;
  readonly word: string;
}

/** A reader's word as it is looked up in one language. */
export interface SoughtStem {
  readonly text: string;
  readonly stem: string;
  /** The stems of all spellings one slip away. */
  readonly slips: ReadonlySet<string>;
}

/** How a known stem is near a word: another form, a slip of the hand, a part of it or it of the word. */
export type Nearness = 'form' | 'slip' | 'part';

/** Languages that write compounds as one word. */
export const compounding: ReadonlySet<string> = new Set(['de', 'sv', 'da', 'fi', 'et']);

/** Fewer letters are no word in a compound. */
export const SHORTEST_PART = 4;
/** From this length on a word may have two slips. */
const LONG = 8;

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

const isAtAnEnd = (part: string, whole: string): boolean =>
  whole.length - part.length >= 3 && (whole.startsWith(part) || whole.endsWith(part));

/**
 * Whether the known stem is of a compound of which the word is a part, or of a part of the word. Stems of three letters
 * stand in any word; of them the whole word must be in the compound ("olja" in "matolja").
 */
function isPart({ text, stem }: SoughtStem, known: KnownStem): boolean {
  if (known.stem.length >= SHORTEST_PART && isAtAnEnd(known.stem, stem)) return true;
  if (text.length < SHORTEST_PART || !isAtAnEnd(stem, known.stem)) return false;
  return stem.length >= SHORTEST_PART || fold(known.word).includes(fold(text));
}

/** Another form of the word, of which the stemmer left a different rest: stems alike but for their ends. */
function isForm(a: string, b: string): boolean {
  const shared = sharedStart(a, b);
  const longest = Math.max(a.length, b.length);
  return shared >= 4 && longest - shared <= 3 && shared >= longest * 0.6;
}

/** How a known stem is near a reader's word; null when it is not. */
export function nearness(sought: SoughtStem, known: KnownStem): Nearness | null {
  const { stem, slips } = sought;
  if (known.stem === stem) return null;
  const isSlip = slips.has(known.stem) || (stem.length >= LONG && distance(stem, known.stem, 2) <= 2);
  // Alike but for the last letters: more often a form than a slip.
  if (isForm(stem, known.stem)) return 'form';
  if (isSlip) return 'slip';
  const isOneWord = known.language === '*' || compounding.has(known.language);
  return isOneWord && isPart(sought, known) ? 'part' : null;
}

/** Most near stems taken for a word, the nearest first. */
export const MOST_NEAR = 60;

const order: Readonly<Record<Nearness, number>> = { form: 0, slip: 1, part: 2 };

/** The known stems near a reader's word, the nearest first. */
export function nearStems(
  sought: SoughtStem,
  candidates: readonly KnownStem[],
): (KnownStem & { nearness: Nearness })[] {
  return candidates
    .flatMap((known) => {
      const how = nearness(sought, known);
      return how === null ? [] : [{ ...known, nearness: how }];
    })
    .sort(
      (a, b) =>
        order[a.nearness] - order[b.nearness] ||
        sharedStart(sought.stem, b.stem) - sharedStart(sought.stem, a.stem) ||
        a.stem.length - b.stem.length ||
        (a.stem < b.stem ? -1 : 1),
    )
    .slice(0, MOST_NEAR);
}
