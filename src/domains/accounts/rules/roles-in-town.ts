import type { HeldRole, Role } from '../model.ts';
import { townRanks, type TownRole } from './roles.ts';

export const isTownRole = (role: Role): role is TownRole => (townRanks as readonly Role[]).includes(role);

/** Whether `a` may more than `b`, both being ranks in a town. */
export const outranks = (a: TownRole, b: TownRole): boolean => townRanks.indexOf(a) > townRanks.indexOf(b);

/** The grants that a new one takes the place of: a person has one rank in a town. */
export const replacedBy = <Held extends HeldRole>(wanted: HeldRole, held: readonly Held[]): Held[] =>
  isTownRole(wanted.role)
    ? held.filter(({ role, scope }) => isTownRole(role) && scope === wanted.scope && role !== wanted.role)
    : [];
