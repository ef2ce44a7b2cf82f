import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { postgresEnvironment } from './environment.ts';

async function mayEnter(folder: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Whether `account` may pass through `folder` and everything above it. True when PostgreSQL runs as ourselves. */
export async function canReach(folder: string, account: Account): Promise<boolean> {
  if (account.uid === undefined) return true;
  for (let each = folder; ; each = dirname(each)) {
    if (!(await mayEnter(each, account))) return false;
    if (each === dirname(each)) return true;
  }
}

/** Whether `account` can run these binaries, found by running one. */
export function canRun(binaries: Binaries, account: Account): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { ...account, cwd: '/', env: postgresEnvironment() };
    try {
      execFile(binaries.postgres, ['--version'], options, (error) => resolve(error === null));
    } catch {
      resolve(false);
    }
  });
}
