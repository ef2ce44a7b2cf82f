/** A facet's value as one string of the index: 'country:LV'. */
export function facetValue(facet: string, code: string): string {
  // PostgreSQL's text knows no NUL; a visitor who sends one asks for a value that nothing has.
  return `${facet}:${code}`.replaceAll('\0', '\uFFFD');
}

/** All values of a document, each once. Throws for a facet whose name could not be told from its values. */
export function facetValues(facets: Readonly<Record<string, readonly string[]>>): string[] {
  const values = Object.entries(facets).flatMap(([facet, codes]) => {
    if (facet === '' || facet.includes(':')) throw new RangeError(`Not a facet's name: "${facet}"`);
    return codes.map((code) => facetValue(facet, code));
  });
  return [...new Set(values)];
}
