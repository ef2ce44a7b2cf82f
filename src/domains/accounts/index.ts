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
