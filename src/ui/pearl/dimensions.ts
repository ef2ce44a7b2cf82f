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

/** The known ones among these codes, in the pearl's order: a vocabulary may know more dimensions than a pearl can draw. */
export function servedDimensions(codes: readonly string[]): DimensionCode[] {
  return DIMENSIONS.filter((code) => codes.includes(code));
}
