import { roles, type Actor, type HeldRole, type Role } from '../model.ts';

/** Whether the actor holds `role`, for `scope` where the role has one. */
export function holds(actor: Pick<Actor, 'roles'>, role: Role, scope = ''): boolean {
  return actor.roles.some((held) => held.role === role && held.scope === scope);
}

/** From the least to the highest. */
export const townRanks = ['town-viewer', 'town-commenter', 'town-editor', 'town-owner'] as const;
export type TownRole = (typeof townRanks)[number];

/** Whether the actor is in the team of the place as `least` or higher: an owner may all that an editor may. */
export function inTeam(actor: Pick<Actor, 'roles'>, placeId: string, least: TownRole): boolean {
  return townRanks.slice(townRanks.indexOf(least)).some((role) => holds(actor, role, placeId));
}

/** Parts roles into those that count now and those that wait for the session's second factor. */
export function countingRoles(
  held: readonly HeldRole[],
  isSecondFactorGiven: boolean,
): Pick<Actor, 'roles' | 'rolesWaiting'> {
  const counts = ({ role }: HeldRole) => isSecondFactorGiven || !roles[role].needsSecondFactor;
  return { roles: held.filter(counts), rolesWaiting: held.filter((role) => !counts(role)) };
}
