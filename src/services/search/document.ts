import type { Language } from '#services/i18n/languages.ts';
import { facetValues } from './facet-values.ts';
import { textLexemes } from './lexemes.ts';
import { tokens } from './tokens.ts';
import { conceptLexeme, facetLexeme, operand } from './tsquery.ts';

/** How much a text counts: A for titles … D for the body. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** What a room hands over to be found. */
export interface SearchDocument {
  /** Which sort of thing it is, for example 'practice'; with `ref`, its number there, it is the key. */
  readonly kind: string;
  readonly ref: number;
  /** Codes by facet, for example `{ country: ['LV'] }`; a facet's name holds no colon. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Titles by language; they count as texts of weight A, so do not repeat them there. */
  readonly titles: Readonly<Partial<Record<Language, string>>>;
  /** Language null: names (places, organisations), found from every language. */
  readonly texts: readonly {
    readonly language: Language | null;
    readonly weight: Weight;
    readonly text: string;
  }[];
  /** The concepts it is about, each with how much: A for its tags … D for a notion met in the body. */
  readonly concepts: readonly { readonly id: string; readonly weight: Weight }[];
  /** 0 to 1: how complete and trustworthy. */
  readonly quality: number;
  /** The day that sorting by date goes by, 'YYYY-MM-DD'. */
  readonly sortedOn: string | null;
}

// PostgreSQL keeps no position beyond 16,383, 255 of a lexeme, and a megabyte in all; a book pasted into a
// field must still be saved.
const LAST_POSITION = 16_383;
const POSITIONS_OF_A_LEXEME = 100;
const LEXEME_CHARACTERS = 250_000;

/**
 * The document as the text of a PostgreSQL tsvector: its words with positions and weights, its concepts, and its
 * facets' values, so that one index answers words and filters together.
 */
export function toTsvector(
  document: Pick<SearchDocument, 'titles' | 'texts'> & Partial<Pick<SearchDocument, 'concepts' | 'facets'>>,
): string {
  const titles = Object.entries(document.titles).map(([language, text]) => ({
    language: language as Language,
    weight: 'A' as const,
    text,
  }));
  const places = new Map<string, string[]>();
  let position = 0;
  let characters = 0;
  for (const { language, weight, text } of [...titles, ...document.texts]) {
    for (const token of tokens(text ?? '')) {
      if (++position > LAST_POSITION || characters > LEXEME_CHARACTERS) break;
      for (const lexeme of textLexemes(token.text, language)) {
        const known = places.get(lexeme);
        if (known === undefined) {
          places.set(lexeme, [`${position}${weight}`]);
          characters += lexeme.length;
        } else if (known.length < POSITIONS_OF_A_LEXEME) known.push(`${position}${weight}`);
      }
    }
  }
  const notions = new Map<string, Weight>();
  for (const { id, weight } of document.concepts ?? []) {
    const known = notions.get(id);
    if (known === undefined || weight < known) notions.set(id, weight);
  }
  return [
    ...[...places].map(([lexeme, at]) => `${operand(lexeme)}:${at.join(',')}`),
    ...[...notions].map(([id, weight]) => `${operand(conceptLexeme(id))}:1${weight}`),
    ...facetValues(document.facets ?? {}).map((value) => operand(facetLexeme(value))),
  ].join(' ');
}
