/** Where else a value is found: with all that are compared, with some of them, or nowhere else. */
export type Sharing = 'all' | 'some' | 'only';

export type Shared<T> = { value: T; sharing: Sharing };

/**
 * What several things have in common, for one fact that has any number of values: each thing's own values in its own order, each with
 * how far it is shared. Of a single thing everything is its own.
 */
export function compareValues<T>(things: readonly (readonly T[])[]): Shared<T>[][] {
  const holders = new Map<T, number>();
  for (const values of things)
    for (const value of new Set(values)) holders.set(value, (holders.get(value) ?? 0) + 1);
  const sharing = (value: T): Sharing => {
    const count = holders.get(value);
    return count === 1 ? 'only' : count === things.length ? 'all' : 'some';
  };
  return things.map((values) => [...new Set(values)].map((value) => ({ value, sharing: sharing(value) })));
}

/** Whether a fact that has one value is the same everywhere: false as soon as two differ, null where too little is known to say. */
export function isSame<T>(values: readonly (T | null)[]): boolean | null {
  const known = values.filter((value) => value !== null);
  if (new Set(known).size > 1) return false;
  return known.length > 1 && known.length === values.length ? true : null;
}
