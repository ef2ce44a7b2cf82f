/**
 * The day that "newest" goes by, wherever it is said: the end of a practice's latest known year, whenever it was put here.
 * Null where no year is known; such a practice stands last.
 */
export function sortedOn(practice: { yearStart: number | null; yearEnd: number | null }): string | null {
  const year = practice.yearEnd ?? practice.yearStart;
  return year === null ? null : `${year}-12-31`;
}
