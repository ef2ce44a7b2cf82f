import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process told apart from a later one that got the same number: `startedAt` is the moment of its start in this boot. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

function linuxStart(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // The command's name stands in brackets and may itself hold blanks and brackets: count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${fields[19]}@${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}`;
}

/** When a process started, or nothing when there is none (or only the remains of one that nobody has waited for). */
export function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return linuxStart(pid);
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** This process. */
export const ownIdentity = (): ProcessIdentity => ({
  pid: process.pid,
  startedAt: startOf(process.pid) ?? '',
});

/** Whether exactly that process still runs, not another one with its number. */
export const isAlive = ({ pid, startedAt }: ProcessIdentity): boolean =>
  typeof startedAt === 'string' && startOf(pid) === startedAt;
