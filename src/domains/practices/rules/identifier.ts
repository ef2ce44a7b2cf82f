/** The identifier that is cited and never changes, whatever becomes of title and address: 'NP-12'. */
export function practiceIdentifier(id: number): string {
  return `NP-${id}`;
}

/** The practice's number, or null where the text is no identifier. */
export function parseIdentifier(text: string): number | null {
  const digits = /^np-([1-9]\d{0,14})$/i.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}
