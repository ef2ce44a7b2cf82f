import { readdirSync, readFileSync } from 'node:fs';

function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      found.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // Gone since we looked.
    }
  }
  return found;
}

/** A process and all below it. */
export function processTree(root: number): number[] {
  const parent = parents();
  const tree = [root];
  for (const pid of tree) for (const [child, of] of parent) if (of === pid) tree.push(child);
  return tree;
}

/** SIGKILL for each, in the order given. */
export function kill(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Ended before.
    }
  }
}
