import type { PracticeCard } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';

/** "2019–2021", "2024", "since 2016" for what still goes on, or nothing where no year is known. Never broken into lines. */
export function yearsText({
  yearStart,
  yearEnd,
  course,
}: Pick<PracticeCard, 'yearStart' | 'yearEnd' | 'course'>): string {
  if (course === 'ongoing' && yearStart !== null && yearEnd === null)
    return m.practices_years_since({ year: yearStart }).replaceAll(' ', '\u00a0');
  const known = [...new Set([yearStart, yearEnd].filter((year) => year !== null))];
  return known.join('–');
}
