import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { Interrupted } from '#platform/queue/interrupted.ts';
import { typesetterProgram } from './folders.ts';
import { IDLE_MS, SETTING_MS } from './limits.ts';

/** What the process is told: a template of ours, and its data as JSON. */
export interface SettingOrder {
  readonly template: string;
  readonly data: string;
}

/** What it answers. `problem` is for the log. */
export type SettingOutcome =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly problem: string };

/** Sets documents, one after the other, in a process beside this one. */
export interface Typesetter {
  /** Throws `Interrupted` when the document was given up for no fault of its own: it may be set another time. */
  set(order: SettingOrder): Promise<SettingOutcome>;
  /** Ends the process for good; what is being set or waits is given up. */
  stop(): void;
}

/** Signals by which somebody ends a process in order (until it is ready the process dies of them); a crash has others. */
const ORDERLY: ReadonlySet<unknown> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP']);

const givenUp = (): Interrupted => new Interrupted('given up before it was set');

export interface TypesetterOptions {
  readonly program?: string;
  readonly settingMs?: number;
  readonly idleMs?: number;
}

/** The process starts with the first document, yields to whoever answers readers, and is replaced when it crashed or took too long. */
export function typesetter({
  program = typesetterProgram(),
  settingMs = SETTING_MS,
  idleMs = IDLE_MS,
}: TypesetterOptions = {}): Typesetter {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let isStopped = false;
  let last: Promise<unknown> = Promise.resolve();

  const end = (): void => {
    clearTimeout(idle);
    child?.kill('SIGKILL');
    child = undefined;
  };

  const begin = (): ChildProcess => {
    const fresh = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // One thread of the compiler, so that it never fills two cores.
      env: { ...process.env, RAYON_NUM_THREADS: '1' },
    });
    fresh.on('error', () => {});
    fresh.on('exit', () => {
      if (child === fresh) child = undefined;
    });
    // Reading comes first: a page must not wait for somebody's booklet.
    try {
      if (fresh.pid !== undefined) setPriority(fresh.pid, constants.priority.PRIORITY_LOW);
    } catch {
      // Where that is not allowed the pages share the processor with the documents.
    }
    fresh.channel?.unref();
    fresh.unref();
    return fresh;
  };

  const one = async (order: SettingOrder): Promise<SettingOutcome> => {
    clearTimeout(idle);
    if (isStopped) throw givenUp();
    const isNew = child === undefined;
    const worker = (child ??= begin());
    const over = new AbortController();
    const late = setTimeout(() => over.abort(), settingMs);
    const gone = once(worker, 'exit', { signal: over.signal }).then(([, signal]) => {
      throw ORDERLY.has(signal) ? givenUp() : new Error('the process that sets pages ended');
    });
    gone.catch(() => {});
    try {
      if (isNew) await Promise.race([once(worker, 'message', { signal: over.signal }), gone]);
      worker.send(order);
      const [outcome] = (await Promise.race([once(worker, 'message', { signal: over.signal }), gone])) as [
        SettingOutcome,
      ];
      idle = setTimeout(end, idleMs).unref();
      return outcome;
    } catch (error) {
      end();
      if (isStopped || error instanceof Interrupted) throw givenUp();
      const problem = over.signal.aborted ? `took longer than ${settingMs} ms` : (error as Error).message;
      return { ok: false, problem };
    } finally {
      clearTimeout(late);
      over.abort();
    }
  };

  return {
    set(order) {
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
