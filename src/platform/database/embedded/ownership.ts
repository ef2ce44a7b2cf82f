import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { done, refuse, type Result } from '#platform/result.ts';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** The right to use a data folder, held until `release` or the end of this process. */
export interface Ownership {
  release(): Promise<void>;
}

type Entry = ProcessIdentity & { readonly released?: boolean };

const fileOf = (home: string, turn: number): string =>
  join(home, `owner-${String(turn).padStart(8, '0')}.json`);

async function lastTurn(home: string): Promise<number> {
  const turns = (await readdir(home)).map((name) => Number(/^owner-(\d+)\.json$/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...turns);
}

async function holderOf(home: string, turn: number): Promise<ProcessIdentity | undefined> {
  try {
    const entry = JSON.parse(await readFile(fileOf(home, turn), 'utf8')) as Entry;
    return entry.released !== true && isAlive(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

async function removeTurnsBefore(home: string, turn: number): Promise<void> {
  for (const name of await readdir(home)) {
    const other = Number(/^owner-(\d+)\.json$/.exec(name)?.[1] ?? Infinity);
    if (other < turn) await rm(join(home, name), { force: true });
  }
}

/** Writes `entry` so that it is there whole or not at all, under a name that nobody else uses meanwhile. */
async function draft(home: string, entry: Entry): Promise<string> {
  const path = join(home, `claim-${entry.pid}-${crypto.randomUUID()}.json`);
  await writeFile(path, JSON.stringify(entry), { mode: 0o600 });
  return path;
}

async function takeTurn(home: string, turn: number, self: ProcessIdentity): Promise<boolean> {
  const path = await draft(home, self);
  try {
    await link(path, fileOf(home, turn));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(path, { force: true });
  }
  // Someone may have taken this turn and passed it on while we looked away: then a later one stands there already.
  if ((await lastTurn(home)) === turn) return true;
  await rm(fileOf(home, turn), { force: true });
  return false;
}

/**
 * Claims the data folder `home` for this process; refuses with the present owner when another living process has it.
 *
 * Every owner leaves a numbered file that says who it is; the highest number counts. A dead owner's file is never
 * replaced, only followed by the next number, which `link` gives to exactly one. So two starts at once, and a start after
 * SIGKILL, need no lock that could be left behind.
 */
export async function claimOwnership(home: string): Promise<Result<Ownership, ProcessIdentity>> {
  const self = ownIdentity();
  for (;;) {
    const last = await lastTurn(home);
    const holder = last === 0 ? undefined : await holderOf(home, last);
    if (holder) return refuse(holder);
    if (!(await takeTurn(home, last + 1, self))) continue;
    await removeTurnsBefore(home, last + 1);
    const release = async (): Promise<void> => {
      await rename(await draft(home, { ...self, released: true }), fileOf(home, last + 1));
    };
    return done({ release });
  }
}
