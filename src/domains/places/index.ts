export type { Pearl, Place, PlaceKind } from './model.ts';
export { placeSeed } from './commands/place-seed.ts';
export { pearlsByYear, type PearlYear } from './queries/pearls.ts';
export { COAST_WITHIN_KM } from './rules/coast.ts';
export {
  OTHER_SIZE,
  POINTS,
  SIMILAR_SIZE,
  type Likeness,
  type LikenessReason,
  type Profile,
} from './rules/likeness.ts';
export { placeName } from './rules/place-name.ts';
export { sizeBand, sizeBands, type SizeBand } from './rules/size-band.ts';
export { makeInventedTowns, removeInventedTowns } from './commands/invented-towns.ts';
export { inventedTownIds, listInventedTowns, readTeamTown } from './queries/team-towns.ts';
export { placesById } from './queries/places-by-id.ts';
export { listTowns, readTown, type TownList, type TownView } from './queries/towns.ts';
export { townsLike, townsLikeProfile, type AlikeTown, type KnownOfTowns } from './queries/towns-like.ts';
export { placesNamed } from './queries/places-named.ts';
