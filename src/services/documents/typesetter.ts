import { sideProcess } from '#platform/side-process.ts';
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
  const side = sideProcess<SettingOrder, SettingOutcome>({
    program,
    called: 'the process that sets pages',
    workMs: settingMs,
    idleMs,
    // One thread of the compiler, so that it never fills two cores.
    env: { ...process.env, RAYON_NUM_THREADS: '1' },
  });
  return {
    async set(order) {
      const answer = await side.ask(order);
      return answer.ok ? answer.value : { ok: false, problem: answer.refusal };
    },
    stop: side.stop,
  };
}
