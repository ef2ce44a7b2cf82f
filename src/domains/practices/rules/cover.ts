import type { Cover } from '../model.ts';
import { practiceIdentifier } from './identifier.ts';

const dimension = 'dimension:';

/** The cover of the practice with this number and these concepts. Its address and title may change, its drawing does not with them. */
export function coverOf(id: number, conceptIds: readonly string[]): Cover {
  return {
    seed: practiceIdentifier(id),
    dimensions: conceptIds
      .filter((conceptId) => conceptId.startsWith(dimension))
      .map((conceptId) => conceptId.slice(dimension.length)),
  };
}

/** The cover of a town, from the codes of the dimensions that its practices serve. */
export function townCoverOf(placeId: string, dimensions: readonly string[]): Cover {
  return { seed: `town-${placeId}`, dimensions: [...dimensions] };
}
