/** As providers take them: DeepL at most 50 texts and 128 KiB a request; a LibreTranslate of one's own is often set to a few thousand characters. */
export const MOST_TEXTS = 25;
export const MOST_CHARACTERS = 2000;

/** A text cut where nothing is lost: `pieces` are translated, `between` stands before, between and after them, one more than they are. */
export interface CutText {
  readonly pieces: readonly string[];
  readonly between: readonly string[];
}

/** Cuts a text into lines, and lines that are too long after a sentence, else after a word, else anywhere. */
export function cut(text: string, most: number = MOST_CHARACTERS): CutText {
  const pieces: string[] = [];
  const between = [''];
  const space = (more: string) => (between[between.length - 1] += more);
  for (const line of text.split(/(\n)/)) {
    for (let rest = line; rest !== '';) {
      const blank = /^\s+/u.exec(rest)?.[0] ?? '';
      space(blank);
      rest = rest.slice(blank.length);
      if (rest === '') break;
      const taken = rest.slice(0, placeToCut(rest, most)).trimEnd();
      pieces.push(taken);
      between.push('');
      rest = rest.slice(taken.length);
    }
  }
  return { pieces, between };
}

function placeToCut(text: string, most: number): number {
  if (text.length <= most) return text.length;
  const within = text.slice(0, most);
  const sentence = [...within.matchAll(/[.!?…]["”»)]?\s/gu)].at(-1);
  if (sentence) return sentence.index + sentence[0].length;
  const word = within.search(/\s\S*$/u);
  if (word > 0) return word;
  // Never between the halves of one character.
  return /[\uD800-\uDBFF]$/u.test(within) ? most - 1 : most;
}

/** Puts a cut text together again, with other pieces. */
export const join = ({ between }: CutText, pieces: readonly string[]): string =>
  between.map((blank, n) => blank + (pieces[n] ?? '')).join('');

/** Parts texts, in their order, into requests that no provider finds too large. */
export function batches(texts: readonly string[]): string[][] {
  const all: string[][] = [];
  let size = 0;
  for (const text of texts) {
    const last = all.at(-1);
    if (last && last.length < MOST_TEXTS && size + text.length <= MOST_CHARACTERS) {
      last.push(text);
      size += text.length;
    } else {
      all.push([text]);
      size = text.length;
    }
  }
  return all;
}
