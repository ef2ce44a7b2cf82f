import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { Interrupted } from '#platform/queue/interrupted.ts';
import { done, refuse, type Result } from '#platform/result.ts';

/** A program that says `ready`, then answers each message with one. */
export interface SideProgram {
  /** The path of the module; it runs by itself. */
  readonly program: string;
  /** As the log calls it: `the process that sets pages`. */
  readonly called: string;
  /** One order that takes longer is given up and the process replaced, in milliseconds. */
  readonly workMs: number;
  /** So long without work it ends and gives its memory back, in milliseconds. */
  readonly idleMs: number;
  readonly env: NodeJS.ProcessEnv;
  /** After so many orders it is replaced: native code keeps what it once took. Without: never. */
  readonly mostOrders?: number;
}

/** Does orders, one after the other, in a process beside this one. */
export interface SideProcess<Order, Answer> {
  /** The refusal is for the log. Throws `Interrupted` when the order was given up for no fault of its own: it may be done another time. */
  ask(order: Order): Promise<Result<Answer, string>>;
  /** Ends the process for good; what is being done or waits is given up. */
  stop(): void;
}

/** Signals by which somebody ends a process in order (until it is ready the process dies of them); a crash has others. */
const ORDERLY: ReadonlySet<unknown> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP']);

const givenUp = (): Interrupted => new Interrupted('given up before it was set');

/** The process starts with the first order, yields to whoever answers readers, and is replaced when it crashed or took too long. */
export function sideProcess<Order extends object, Answer>(side: SideProgram): SideProcess<Order, Answer> {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let orders = 0;
  let isStopped = false;
  let last: Promise<unknown> = Promise.resolve();

  const end = (): void => {
    clearTimeout(idle);
    child?.kill('SIGKILL');
    child = undefined;
  };

  const begin = (): ChildProcess => {
    orders = 0;
    const fresh = fork(side.program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: side.env,
    });
    fresh.on('error', () => {});
    fresh.on('exit', () => {
      if (child === fresh) child = undefined;
    });
    // Reading comes first: a page must not wait for somebody's booklet.
    try {
      if (fresh.pid !== undefined) setPriority(fresh.pid, constants.priority.PRIORITY_LOW);
    } catch {
      // Where that is not allowed the pages share the processor with this work.
    }
    fresh.channel?.unref();
    fresh.unref();
    return fresh;
  };

  const rest = (): void => {
    orders += 1;
    if (side.mostOrders !== undefined && orders >= side.mostOrders) end();
    else idle = setTimeout(end, side.idleMs).unref();
  };

  const one = async (order: Order): Promise<Result<Answer, string>> => {
    clearTimeout(idle);
    if (isStopped) throw givenUp();
    const isNew = child === undefined;
    const worker = (child ??= begin());
    const over = new AbortController();
    const late = setTimeout(() => over.abort(), side.workMs);
    const gone = once(worker, 'exit', { signal: over.signal }).then(([, signal]) => {
      throw ORDERLY.has(signal) ? givenUp() : new Error(`${side.called} ended`);
    });
    gone.catch(() => {});
    try {
      if (isNew) await Promise.race([once(worker, 'message', { signal: over.signal }), gone]);
      worker.send(order);
      const [answer] = (await Promise.race([once(worker, 'message', { signal: over.signal }), gone])) as [
        Answer,
      ];
      rest();
      return done(answer);
    } catch (error) {
      end();
      if (isStopped || error instanceof Interrupted) throw givenUp();
      return refuse(over.signal.aborted ? `took longer than ${side.workMs} ms` : (error as Error).message);
    } finally {
      clearTimeout(late);
      over.abort();
    }
  };

  return {
    ask(order) {
      const mine = last.then(() => one(order));
      // One that could not even begin must not keep the next from it.
      last = mine.catch(() => {});
      return mine;
    },
    stop() {
      isStopped = true;
      end();
    },
  };
}
