import { parseIdentifier } from '../rules/identifier.ts';
import { largestNumber, mostKept } from '../rules/shortlist.ts';

/** The practice's number in a form's field or an address ('NP-12'); null for everything that is none. */
export function parsePracticeId(text: unknown): number | null {
  const id = typeof text === 'string' ? parseIdentifier(text.trim()) : null;
  return id !== null && id <= largestNumber ? id : null;
}

/**
 * The practices that an address or a form names, each once, in its order: `id=NP-1&id=NP-2`. What cannot be meant is left off, and so
 * is what comes after the first `most`: as many as a shortlist or a booklet holds, unless told.
 */
export function parsePracticeIds(
  parameters: Pick<URLSearchParams | FormData, 'getAll'>,
  { name = 'id', most = mostKept } = {},
): number[] {
  const ids = parameters.getAll(name).flatMap((text) => parsePracticeId(text) ?? []);
  return [...new Set(ids)].slice(0, most);
}
