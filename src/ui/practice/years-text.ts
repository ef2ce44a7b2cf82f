/** "2019–2021", "2024", or nothing where no year is known. */
export function yearsText(start: number | null, end: number | null): string {
  const known = [...new Set([start, end].filter((year) => year !== null))];
  return known.join('–');
}
