import { readFileSync } from 'node:fs';

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/**
 * The parent of a process, 0 when it is gone. Where there is no /proc only our own is known.
 * @param {number} pid
 */
function parentOf(pid) {
  if (pid === process.pid) return process.ppid;
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0) || 0;
}

/** npm and the shell that it starts a script in: the processes between npm and us, from ours to npm. */
function chainToNpm() {
  const chain = [process.pid];
  for (let pid = parentOf(process.pid); pid > 1 && chain.length < 4; pid = parentOf(pid)) {
    chain.push(pid);
    if (read(`/proc/${pid}/cmdline`).startsWith('npm')) return chain;
  }
  // Started by hand: a terminal that closes says so itself (SIGHUP), and a background job may outlive its shell.
  return [];
}

/**
 * Calls `gone` once when npm or its shell ended without us, as by SIGKILL or by a SIGTERM that the shell kept to itself.
 * @param {() => void} gone
 * @returns {() => void} ends the watch
 */
export function watchStarter(gone) {
  const chain = chainToNpm();
  const timer = setInterval(() => {
    if (chain.every((pid, i) => i === chain.length - 1 || parentOf(pid) === chain[i + 1])) return;
    clearInterval(timer);
    gone();
  }, 500);
  return () => clearInterval(timer);
}
