// Letters that Unicode does not take apart into a base letter and a mark.
const undecomposed: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};
const digraphs: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', æ: 'ae', å: 'aa' };

/** The longest lexeme kept, in characters; a run of letters longer than this is no word of ours. */
export const LONGEST = 40;

/**
 * A lower-case word without diacritics, letters and numbers only: "rūjiena" → "rujiena", "płock" → "plock".
 */
export function fold(word: string): string {
  const plain = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const folded = plain.replace(/\P{ASCII}/gu, (letter) => undecomposed[letter] ?? letter);
  return [...folded].slice(0, LONGEST).join('');
}

/**
 * The word as typists without these letters spell it: "århus" → "aarhus", "kołobrzeg" unchanged but folded.
 */
export function foldToDigraphs(word: string): string {
  return fold(word.normalize('NFC').replace(/[äöüøæå]/g, (letter) => digraphs[letter] ?? letter));
}
