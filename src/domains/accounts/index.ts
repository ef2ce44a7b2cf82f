export {
  roleNames,
  roles,
  visitor,
  type Actor,
  type HeldRole,
  type PersonId,
  type Role,
  type ScopeKind,
} from './model.ts';
export { holds, inTeam, type TownRole } from './rules/roles.ts';
export type { ActContext } from './act-context.ts';
export { addressees, type Addressee } from './queries/addressees.ts';
