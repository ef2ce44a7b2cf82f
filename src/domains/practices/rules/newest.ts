import type { Practice } from '../model.ts';

/**
 * The day that "newest" goes by, wherever it is said: the end of a practice's latest known year, whenever it was put here.
 * Null where no year is known, and for a plan, which has not been carried out in any: these stand last, so that a reader who comes to see
 * what came of things is not met by what has not yet been.
 */
export function sortedOn(practice: Pick<Practice, 'course' | 'yearStart' | 'yearEnd'>): string | null {
  const year = practice.yearEnd ?? practice.yearStart;
  return year === null || practice.course === 'planned' ? null : `${year}-12-31`;
}
