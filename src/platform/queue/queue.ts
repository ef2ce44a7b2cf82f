import type { Database } from '../database/connect.ts';

/** What can be asked of the queue from anywhere in this process. */
export interface Queue {
  /** Sends a job in the transaction `trx`: it is there when the transaction is. One of the same `key` at a time; false: it was there. */
  send(trx: Database, name: string, data: object, key: string): Promise<boolean>;
}

// On globalThis: the built pages and the server around them hold separate copies of this module.
const shared = globalThis as { nacreQueue?: Queue | undefined };

/** Makes the queue that this process started known, or says that it is gone. */
export function setAppQueue(queue: Queue | undefined): void {
  shared.nacreQueue = queue;
}

/** The queue of this process. Throws before it has been started. */
export function appQueue(): Queue {
  if (!shared.nacreQueue) throw new Error('The queue of jobs has not been started.');
  return shared.nacreQueue;
}
