import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';
import { refuse, type Result } from '#platform/result.ts';
import type { ReadLimits, Table, UnreadableFile } from './read-model.ts';

export interface ReadingOrder {
  readonly file: Uint8Array;
  readonly limits: ReadLimits;
}

/** A file of a thousand practices takes half a second and some 150 MB. */
const PATIENCE_MS = 15_000;
const MOST_HEAP_MB = 256;

/** Two at once: the rest wait. */
const AT_ONCE = 2;
let reading = 0;
const waiting: (() => void)[] = [];

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (reading >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else reading--;
  }
}

async function readBeside(order: ReadingOrder): Promise<Result<Table, UnreadableFile>> {
  // From the clone's root: bundled, this module does not know its own place.
  const child = fork(join(projectRoot(), 'src/services/spreadsheets/reading-process.ts'), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${MOST_HEAP_MB}`],
  });
  const late = AbortSignal.timeout(PATIENCE_MS);
  try {
    const answered = once(child, 'message', { signal: late }) as Promise<[Result<Table, UnreadableFile>]>;
    const ended = once(child, 'exit', { signal: late }).then(() => null);
    child.send(order, () => {});
    const first = await Promise.race([answered, ended]);
    ended.catch(() => {});
    answered.catch(() => {});
    // It died of what the file unpacks to, or took longer than any table does.
    return first === null ? refuse({ why: 'unpacked' }) : first[0];
  } catch {
    return refuse({ why: 'unpacked' });
  } finally {
    child.kill('SIGKILL');
  }
}

/**
 * Reads a CSV or XLSX file, told apart by its content: of a workbook the first sheet. Unpacking and parsing happen in a process beside
 * this one, with memory and time of its own, so that no file holds up or ends the server.
 */
export async function readSpreadsheet(
  file: Uint8Array,
  limits: ReadLimits,
): Promise<Result<Table, UnreadableFile>> {
  if (file.length > limits.bytes) return refuse({ why: 'large' });
  return inTurn(() => readBeside({ file, limits }));
}
