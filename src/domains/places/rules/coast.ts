import type { Town } from '../model.ts';

/** How far from the sea, in kilometres, a town still counts as one on the coast. */
export const COAST_WITHIN_KM = 10;

/** Whether the place lies on the coast; null where the distance is not known, as for an area. A lake is no sea. */
export function isOnCoast({ coastKm }: Pick<Town, 'coastKm'>): boolean | null {
  return coastKm === null ? null : coastKm <= COAST_WITHIN_KM;
}
