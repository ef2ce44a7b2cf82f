/** A piece of text that both versions have, or only one. */
export type DifferencePart = { kind: 'same' | 'removed' | 'added'; text: string };

/** Words with the space after them: joined, they are the text. */
const words = (text: string): string[] => text.match(/\s*\S+|\s+$/gu) ?? [];

/** More than this many comparisons are not worth a page: then the middle is shown as replaced. */
const MOST_CELLS = 4_000_000;

/** How to read `after` against `before`, by words; the longest common part stays. */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const [a, b] = [words(before), words(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const parts: DifferencePart[] = [];
  const add = (kind: DifferencePart['kind'], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') parts.push({ kind, text });
  };
  add('same', a.slice(0, start).join(''));
  for (const { kind, text } of between(a.slice(start, a.length - end), b.slice(start, b.length - end)))
    add(kind, text);
  add('same', end === 0 ? '' : a.slice(-end).join(''));
  return parts;
}

function between(a: readonly string[], b: readonly string[]): DifferencePart[] {
  const replaced: DifferencePart[] = [
    { kind: 'removed', text: a.join('') },
    { kind: 'added', text: b.join('') },
  ];
  if (a.length * b.length > MOST_CELLS) return replaced;
  const width = b.length + 1;
  // The length of the longest common part of what follows each pair of places.
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));

  const parts: DifferencePart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      parts.push({ kind: 'same', text: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'removed', text: left });
      i++;
    } else {
      parts.push({ kind: 'added', text: right ?? '' });
      j++;
    }
  }
  return parts;
}
