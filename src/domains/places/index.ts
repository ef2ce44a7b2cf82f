export type { Pearl, Place, PlaceKind } from './model.ts';
export { placeSeed } from './commands/place-seed.ts';
export { pearlsByYear, type PearlYear } from './queries/pearls.ts';
export { placeName } from './rules/place-name.ts';
export { sizeBand, sizeBands, type SizeBand } from './rules/size-band.ts';
export { placesById } from './queries/places-by-id.ts';
