/**
 * A word of a text: lower-cased NFC `text`, and where it stands in the original (UTF-16 offsets, `end`
 * exclusive).
 */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// An apostrophe stays inside a word only after two letters: "people's" is one word, "d'art" is two. Finnish
// and Swedish inflect abbreviations after a colon ("EU:n"); any other colon parts words, as a hyphen does.
const invisible = '\\u00AD\\u200B-\\u200D\\u2060';
const letter = `[\\p{L}\\p{N}][\\p{M}${invisible}]*`;
const word = new RegExp(
  `\\p{Lu}{2,}:\\p{Ll}{1,4}(?!${letter})|(?:${letter})+(?:(?<=(?:${letter}){2})['’ʼ](?:${letter})+)*`,
  'gu',
);
const invisibleCharacters = new RegExp(`[${invisible}]`, 'g');

/**
 * The words of a text in their order: runs of letters and numbers of any script. Everything between them is
 * skipped.
 */
export function tokens(text: string): Token[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    text: found.replace(invisibleCharacters, '').replace(/[’ʼ]/g, "'").normalize('NFC').toLowerCase(),
    start: index,
    end: index + found.length,
  }));
}
