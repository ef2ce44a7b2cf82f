import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '#platform/database/connect.ts';

/** A token that the library wants to be sent to somebody. */
export interface Token {
  readonly kind: 'link' | 'reset';
  readonly token: string;
}

/** One act of the library: its transaction, and what it said meanwhile. */
export interface RunningTurn {
  readonly trx: Database;
  readonly tokens: Token[];
  /** Persons who came into being, and whose password was set anew by a mail. */
  readonly registered: number[];
  readonly reset: number[];
  readonly cookies: Headers[];
}

const turns = new AsyncLocalStorage<RunningTurn>();

/** The act that runs; the library does nothing outside of one. */
export function runningTurn(): RunningTurn {
  const turn = turns.getStore();
  if (!turn) throw new Error('The sign-in library was called outside of an act.');
  return turn;
}

/**
 * The database as the library sees it: the transaction of the running act, else the pool. The library takes no transaction as a
 * parameter, and opens its own; inside of an act it gets the one that runs.
 */
export function following(db: Database): Database {
  return new Proxy(db, {
    get(_, name) {
      const trx = turns.getStore()?.trx;
      if (trx && (name === 'transaction' || name === 'connection'))
        return () => ({ execute: (work: (inside: Database) => unknown) => work(trx) });
      const target = trx ?? db;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Runs `work` in one transaction, the library's statements included. Cookies wait in `cookies` until it has committed. */
export async function inTurn<T>(
  db: Database,
  work: (turn: RunningTurn) => Promise<T>,
): Promise<{ value: T; cookies: readonly Headers[] }> {
  const cookies: Headers[] = [];
  const value = await db.transaction().execute((trx) => {
    const turn: RunningTurn = { trx, tokens: [], registered: [], reset: [], cookies };
    return turns.run(turn, () => work(turn));
  });
  return { value, cookies };
}
