import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildIfChanged } from '../../scripts/start/build.js';
import { projectRoot } from '../../src/platform/project-root.ts';

const lock = join(projectRoot(), '.cache/build.lock');
/** No build takes this long: its lock was left by a run that was killed. */
const ABANDONED_MS = 120_000;

async function takeLock(): Promise<void> {
  await mkdir(join(projectRoot(), '.cache'), { recursive: true });
  while (true) {
    try {
      return await mkdir(lock);
    } catch {
      const held = await stat(lock).catch(() => undefined);
      if (held && Date.now() - held.mtimeMs > ABANDONED_MS) await rm(lock, { recursive: true, force: true });
      else await sleep(200);
    }
  }
}

/** Builds the pages unless they are built from what the sources are now; one test file at a time. */
export async function ensureBuild(): Promise<void> {
  await takeLock();
  try {
    await buildIfChanged();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}
