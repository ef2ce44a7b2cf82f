/** The eight dimensions of social resilience, in the order the pearl is read: from the top, clockwise, an eighth of a turn apart. */
export const DIMENSIONS = [
  'belonging',
  'social-ties',
  'trust',
  'participation',
  'adaptability',
  'inclusion',
  'well-being',
  'cooperation',
] as const;

/** The identifier of one dimension; its name in a language is the caller's. */
export type DimensionCode = (typeof DIMENSIONS)[number];
