import { fromKysely, PgBoss } from 'pg-boss';
import { silentLog, type Log } from '../log.ts';
import { Interrupted } from './interrupted.ts';
import type { Queue } from './queue.ts';

/** How often a job that failed is tried again, and after how long; with `backoff` each time after twice as long. */
export interface JobRetries {
  readonly limit: number;
  readonly delaySeconds: number;
  readonly backoff: boolean;
}

/** A kind of job and what does it, one at a time in each process. `data` is what was sent. */
export interface JobKind {
  readonly name: string;
  /** A job that takes longer is given to another process, in seconds. */
  readonly expiresAfter: number;
  /** When it is done by itself, in the form of cron, in UTC. */
  readonly schedule?: string;
  /** Twice, after some seconds, unless told. */
  readonly retries?: JobRetries;
  readonly work: (data: unknown) => Promise<void>;
}

/** What stood in the way (a database that restarts, a process that stops) may last a few seconds, or longer. */
const RETRIES: JobRetries = { limit: 2, delaySeconds: 2, backoff: true };

/** New jobs announce themselves; those that are tried again are found by looking. */
const WORK = { batchSize: 1, localConcurrency: 1, notifyPollingIntervalSeconds: 5 };

export interface StartedQueue extends Queue {
  /** Takes no new job, waits for the running one (at most `patienceMs`), closes its connections. */
  stop(patienceMs: number): Promise<void>;
}

/**
 * The queue in the database at `url`, in a schema of its own, which the first process makes. Every process that starts it
 * works on it; a job that is lost with its process is taken up by another.
 */
export async function startQueue(
  url: string,
  kinds: readonly JobKind[],
  log: Log = silentLog,
): Promise<StartedQueue> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'nacre jobs',
    max: 3,
    useListenNotify: true,
    registerInstance: false,
    supervise: true,
    superviseIntervalSeconds: 30,
  });
  let isStopping = false;
  // Without a listener a connection that breaks would end the process; the queue reconnects by itself.
  boss.on('error', (error) => {
    if (!isStopping) log.warn('The queue of jobs is disturbed', { reason: error.message });
  });
  await boss.start();
  for (const { name, expiresAfter, schedule, retries = RETRIES, work } of kinds) {
    const options = {
      expireInSeconds: expiresAfter,
      retryLimit: retries.limit,
      retryDelay: retries.delaySeconds,
      retryBackoff: retries.backoff,
      deleteAfterSeconds: 3600,
      notify: true,
    };
    await boss.createQueue(name, { policy: 'exclusive', ...options });
    // One that an older Nacre made keeps its own settings otherwise.
    await boss.updateQueue(name, options);
    let worker = '';
    worker = await boss.work(name, WORK, async ([job]) => {
      try {
        await work(job?.data);
      } catch (error) {
        if (isStopping || error instanceof Interrupted)
          log.info('A job was interrupted and will be done again', { job: name });
        else log.error('A job failed', { job: name, error });
        throw error;
      } finally {
        // Jobs that were sent together announce themselves once: look for the next now, not after a pause.
        if (worker !== '') boss.notifyWorker(worker);
      }
    });
    if (schedule !== undefined) await boss.schedule(name, schedule);
  }
  return {
    send: async (trx, name, data, key) =>
      (await boss.send(name, data, { singletonKey: key, db: fromKysely(trx) })) !== null,
    stop: async (patienceMs) => {
      isStopping = true;
      await boss.stop({ graceful: true, timeout: patienceMs, close: true });
    },
  };
}
