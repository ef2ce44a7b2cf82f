/** What one says of itself, in words of one language brought to their stems, and in notions of the thesaurus. */
export type Told = { stems: ReadonlySet<string>; concepts: ReadonlySet<string> };

const LEAST_SHARE = 0.5;
/** One or two words in common say nothing. */
const LEAST_SHARED = 3;

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter((one) => b.has(one));

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const count = shared(a, b).length;
  return count < LEAST_SHARED ? 0 : count / Math.min(a.size, b.size);
}

/**
 * How likely two practices of one town are the same one, 0 to 1: by their words where both are told in one language, by notions across
 * languages. `isLikely` at half.
 */
export function duplicateLikeness(a: Told, b: Told): { likeness: number; isLikely: boolean } {
  const likeness = Math.max(share(a.stems, b.stems), share(a.concepts, b.concepts));
  return { likeness, isLikely: likeness >= LEAST_SHARE };
}
