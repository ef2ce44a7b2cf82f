/** Bands of years, oldest first. 'unknown' is a value like the others. */
export const periods = ['until-2014', '2015-2019', '2020-2023', '2024-2025', 'from-2026', 'unknown'] as const;
export type Period = (typeof periods)[number];

const bands: [Period, number, number][] = [
  ['until-2014', -Infinity, 2014],
  ['2015-2019', 2015, 2019],
  ['2020-2023', 2020, 2023],
  ['2024-2025', 2024, 2025],
  ['from-2026', 2026, Infinity],
];

/**
 * Every band that the years touch. With no known end only the first year counts: that something still goes on is not known from its start.
 */
export function periodsOf(yearStart: number | null, yearEnd: number | null): Period[] {
  const from = yearStart ?? yearEnd;
  const to = yearEnd ?? yearStart;
  if (from === null || to === null) return ['unknown'];
  return bands.filter(([, first, last]) => from <= last && to >= first).map(([band]) => band);
}
