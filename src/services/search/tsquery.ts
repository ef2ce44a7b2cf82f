// Building the text of a PostgreSQL tsquery. Empty operands are left out, so that every combination is valid.

/** A lexeme as a tsquery's operand; safe for any string. */
export function operand(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** The lexeme under which a document carries a concept. */
export const conceptLexeme = (id: string): string => `c:${id}`;

/** The lexeme under which a document carries a facet's value. */
export const facetLexeme = (value: string): string => `f:${value}`;

/** The lexeme of the documents of a level and all levels above it. */
export const levelLexeme = (level: number): string => `l:${level}`;

function joined(operands: readonly (string | null)[], by: string): string | null {
  const all = operands.filter((one): one is string => one !== null && one !== '');
  if (all.length === 0) return null;
  return all.length === 1 ? (all[0] ?? null) : `(${all.join(by)})`;
}

/** Any of these; null if there are none. */
export const anyOf = (operands: readonly (string | null)[]): string | null => joined(operands, ' | ');

/** All of these; null if there are none. */
export const allOf = (operands: readonly (string | null)[]): string | null => joined(operands, ' & ');

/** Any of these lexemes. */
export const anyLexeme = (lexemes: readonly string[]): string | null =>
  anyOf([...new Set(lexemes)].map(operand));

/** Any of these lexemes where a document has its title and tags (weight A; see ranking.ts). */
export const anyInTitle = (lexemes: readonly string[]): string | null =>
  anyOf([...new Set(lexemes)].map((lexeme) => `${operand(lexeme)}:A`));
