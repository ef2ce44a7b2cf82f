import type { Language } from '#services/i18n/languages.ts';
import { textLexemes } from './lexemes.ts';
import { tokens } from './tokens.ts';

/** A piece of a text; pieces that match are words the reader searched for, in any of their forms. */
export interface Segment {
  readonly text: string;
  readonly isMatch: boolean;
}

/**
 * A text in pieces, with the words marked by which the search found it (`sought`: the result's lexemes). Joined
 * again they are the text, to the character. `language` is the text's own; null for names.
 */
export function markMatches(text: string, language: Language | null, sought: ReadonlySet<string>): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  for (const token of sought.size === 0 ? [] : tokens(text)) {
    if (!textLexemes(token.text, language).some((lexeme) => sought.has(lexeme))) continue;
    if (token.start > done) segments.push({ text: text.slice(done, token.start), isMatch: false });
    segments.push({ text: text.slice(token.start, token.end), isMatch: true });
    done = token.end;
  }
  if (done < text.length) segments.push({ text: text.slice(done), isMatch: false });
  return segments;
}
