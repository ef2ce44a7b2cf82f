import { access, chown, cp, lstat, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { binariesIn, type Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { canRun } from './reach.ts';

async function give(folder: string, { uid, gid }: Account): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!(await lstat(path)).isSymbolicLink()) await chown(path, uid, gid);
  }
}

/** Binaries that the home's account can run: the installed ones, else a copy (60 MB) in its home. Call as its owner. */
export async function runnableBinaries(
  installed: Binaries,
  { path: home, account }: Home,
): Promise<Binaries> {
  if (await canRun(installed, account)) return installed;
  const name = `binaries-${installed.version}`;
  const copy = binariesIn(join(home, name), installed.version);
  if (
    await access(copy.root).then(
      () => true,
      () => false,
    )
  )
    return copy;

  // Copies of other versions, and those that a kill left half-made.
  for (const other of await readdir(home)) {
    if (other.startsWith('binaries-')) await rm(join(home, other), { recursive: true, force: true });
  }
  const draft = `${copy.root}.new`;
  await cp(installed.root, draft, { recursive: true, verbatimSymlinks: true });
  await give(draft, account);
  await rename(draft, copy.root);
  return copy;
}
