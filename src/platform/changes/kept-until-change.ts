import type { Database } from '../database/connect.ts';
import { changeMark, type Topic } from './hearing.ts';

interface Kept<T> {
  readonly mark: string;
  readonly value: Promise<T>;
}

/** Different arguments kept at once; the one asked for longest ago goes first. */
const MOST_KEPT = 50;

/**
 * A reading that is kept until its topic changes in any process; read anew each time while changes would not
 * be heard, and within a transaction. The further arguments must be plain values.
 */
export function keptUntilChange<T, A extends (string | number)[]>(
  topic: Topic,
  read: (db: Database, ...rest: A) => Promise<T>,
): (db: Database, ...rest: A) => Promise<T> {
  const kept = new Map<string, Kept<T>>();
  return (db, ...rest) => {
    // Taken before reading: a change that comes while we read makes what was read old at once.
    const mark = changeMark(topic);
    // A transaction sees what nobody else does yet, and what may be undone.
    if (mark === null || db.isTransaction) return read(db, ...rest);
    const key = JSON.stringify(rest);
    const known = kept.get(key);
    if (known?.mark === mark) return known.value;
    const value = read(db, ...rest);
    kept.delete(key);
    kept.set(key, { mark, value });
    value.catch(() => kept.delete(key));
    const oldest = kept.keys().next().value;
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
