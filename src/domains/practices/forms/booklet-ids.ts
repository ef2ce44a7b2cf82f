import { parseIdentifier } from '../rules/identifier.ts';

/** As many practices as a booklet may hold. */
export const MOST_IN_BOOKLET = 50;

/** The practices' numbers in a booklet's address, each once and in its order; null where there are none, too many, or one that is no identifier. */
export function parseBookletIds(parameters: URLSearchParams): number[] | null {
  const asked = [...new Set(parameters.getAll('id'))];
  if (asked.length === 0 || asked.length > MOST_IN_BOOKLET) return null;
  const ids = asked.map(parseIdentifier);
  return ids.every((id) => id !== null) ? [...new Set(ids)] : null;
}
