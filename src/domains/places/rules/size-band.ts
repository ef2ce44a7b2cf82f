import type { Place } from '../model.ts';

/** Bands of inhabitants, smallest first. 'unknown' is a value like the others, never a guess. */
export const sizeBands = [
  'under-5000',
  '5000-19999',
  '20000-49999',
  '50000-99999',
  'from-100000',
  'unknown',
] as const;
export type SizeBand = (typeof sizeBands)[number];

const upperBounds: [number, SizeBand][] = [
  [5_000, 'under-5000'],
  [20_000, '5000-19999'],
  [50_000, '20000-49999'],
  [100_000, '50000-99999'],
];

/** The band of a place's population. An area such as a lake shore has no town size, whatever figure it carries. */
export function sizeBand(place: Pick<Place, 'kind' | 'population'>): SizeBand {
  const { kind, population } = place;
  if (population === null || kind === 'area') return 'unknown';
  return upperBounds.find(([bound]) => population < bound)?.[1] ?? 'from-100000';
}
