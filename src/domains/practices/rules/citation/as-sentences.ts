/** What is said, one after the other, each ended by a full stop unless it ends by itself; the last is left open. */
export function asSentences(said: readonly (string | null)[]): string {
  let text = '';
  for (const part of said)
    if (part) text += text === '' ? part : `${/[.?!…]$/.test(text) ? '' : '.'} ${part}`;
  return text;
}
