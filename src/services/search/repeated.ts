/** A short rest says too little for more to be taken off. */
const SHORTEST = 4;

/**
 * A stemmer repeated until nothing more comes off. Snowball takes one ending a class, so "verksamheternas" stops at
 * "verksamhet" where "verksamhet" itself becomes "verksam"; repeated, both come down to one stem.
 */
export function repeated(once: (word: string) => string): (word: string) => string {
  return (word) => {
    for (let rest = word; ;) {
      const next = once(rest);
      if (next === rest || next.length < SHORTEST) return rest === word ? next : rest;
      rest = next;
    }
  };
}
