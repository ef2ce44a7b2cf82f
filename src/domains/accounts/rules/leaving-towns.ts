import { done, refuse, type Result } from '#platform/result.ts';

/** What becomes of a town whose only owner goes: one of its team owns it, by number, or it is free to be claimed. */
export type TownAfter = number | 'free';

/** Whether a town may be left so. `team`: who else is in it. */
export function mayLeaveTown(
  town: { readonly id: string; readonly name: string; readonly team: readonly number[] },
  wanted: TownAfter | undefined,
): Result<TownAfter> {
  const no = (key: string) => refuse({ reasons: [{ key, params: { place: town.id, town: town.name } }] });
  if (wanted === undefined) return no('accounts_refused_town');
  if (wanted !== 'free' && !town.team.includes(wanted)) return no('accounts_refused_town_team');
  return done(wanted);
}
