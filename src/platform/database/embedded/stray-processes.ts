import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { startOf } from './process-identity.ts';

const ours = new Set(['postgres', 'initdb']);

const link = (path: string): string => {
  try {
    // The kernel marks a program that was replaced, as by a new `npm ci`.
    return readlinkSync(path).replace(/ \(deleted\)$/, '');
  } catch {
    return '';
  }
};

function linuxProcessesIn(home: string): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => {
    const folder = link(`/proc/${pid}/cwd`);
    if (folder !== home && !folder.startsWith(home + sep)) return false;
    return ours.has(basename(link(`/proc/${pid}/exe`))) && startOf(pid) !== undefined;
  });
}

function postmasterIn(home: string): number[] {
  try {
    const pid = Number(readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres') && command.includes(home) ? [pid] : [];
  } catch {
    return [];
  }
}

/**
 * The running PostgreSQL processes whose working folder lies in `home`, which only that folder's own can have: a number
 * reused by another program, or another PostgreSQL of this machine, is never among them.
 */
export function strayProcesses(home: string): number[] {
  const real = realpathSync(home);
  return process.platform === 'linux' ? linuxProcessesIn(real) : postmasterIn(real);
}

/** Whether a process of that number is a running `initdb`, whose half-made folder is thrown away anyway. */
export const isInitdb = (pid: number): boolean => basename(link(`/proc/${pid}/exe`)) === 'initdb';
