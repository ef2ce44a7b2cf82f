/** What is known in one line, "Svendborg · Denmark · 2024". A dot stays with the word before it, so that no line begins with one. */
export function factsLine(facts: readonly (string | null | undefined)[]): string {
  return facts.filter(Boolean).join('\u00a0· ');
}

/** The line as it goes on after a name that stands before it as a link. */
export function factsAfter(line: string): string {
  return line && `\u00a0· ${line}`;
}
