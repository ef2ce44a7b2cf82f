import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { done, refuse, type Result } from '#platform/result.ts';
import { answers, clearPresences, showPresence, type Presence } from './presence.ts';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** The right to use a data folder, held until `release` or the end of this process. */
export interface Ownership {
  release(): Promise<void>;
}

/** The living owner of a folder. */
export interface Owner {
  readonly pid: number;
  /** Whether it can only be heard, not seen: its number means nothing here. */
  readonly isElsewhere: boolean;
}

/** `presence` is the name of its socket. */
type Entry = ProcessIdentity & { readonly presence?: string; readonly released?: boolean };

const fileOf = (home: string, turn: number): string =>
  join(home, `owner-${String(turn).padStart(8, '0')}.json`);

async function lastTurn(home: string): Promise<number> {
  const turns = (await readdir(home)).map((name) => Number(/^owner-(\d+)\.json$/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...turns);
}

async function entryOf(home: string, turn: number): Promise<Entry | undefined> {
  try {
    return JSON.parse(await readFile(fileOf(home, turn), 'utf8')) as Entry;
  } catch {
    return undefined;
  }
}

async function holderOf(home: string, turn: number): Promise<Owner | undefined> {
  const entry = await entryOf(home, turn);
  if (!entry || entry.released === true) return undefined;
  if (isAlive(entry)) return { pid: entry.pid, isElsewhere: false };
  // Dead, or in another container, which has process numbers of its own: only its socket can tell.
  if (typeof entry.presence !== 'string' || !(await answers(home, entry.presence))) return undefined;
  return { pid: entry.pid, isElsewhere: true };
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

async function takeTurn(home: string, turn: number, self: Entry): Promise<boolean> {
  const path = await draft(home, self);
  try {
    await link(path, fileOf(home, turn));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(path, { force: true });
  }
  // Someone may have taken this turn and passed it on while we looked away: then a later one stands there already. Or they
  // cleared our socket away, having asked in the moment before it answered.
  const isHeard = self.presence === undefined || (await answers(home, self.presence));
  if (isHeard && (await lastTurn(home)) === turn) return true;
  await rm(fileOf(home, turn), { force: true });
  return false;
}

async function hold(home: string, turn: number, self: Entry, presence?: Presence): Promise<Ownership> {
  await removeTurnsBefore(home, turn);
  await clearPresences(home);
  const release = async (): Promise<void> => {
    await rename(await draft(home, { ...self, released: true }), fileOf(home, turn));
    await presence?.end();
  };
  return { release };
}

/**
 * Claims the data folder `home` for this process; refuses with the present owner when another living process has it, be
 * it in another container that shares the folder (on the same machine).
 *
 * Every owner leaves a numbered file that says who it is; the highest number counts. A dead owner's file is never
 * replaced, only followed by the next number, which `link` gives to exactly one. So two starts at once, and a start after
 * SIGKILL, need no lock that could be left behind. An owner answers at its socket from before it has its number.
 */
export async function claimOwnership(home: string): Promise<Result<Ownership, Owner>> {
  for (;;) {
    const last = await lastTurn(home);
    const holder = last === 0 ? undefined : await holderOf(home, last);
    if (holder) return refuse(holder);
    const presence = await showPresence(home);
    const self = { ...ownIdentity(), ...(presence && { presence: presence.name }) };
    if (await takeTurn(home, last + 1, self)) return done(await hold(home, last + 1, self, presence));
    await presence?.end();
  }
}
