import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config/config.ts';
import { secretText } from '#platform/config/parsers.ts';

const isSecret = (text: string): boolean => 'value' in secretText(text);

/** What stands in the file, if anything; it need not be a secret. */
const found = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** A name beside it that no other process uses. */
const besides = (path: string): string => `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;

/** Links `file` to the name if nothing has it yet. */
function linkOnce(file: string, path: string): void {
  try {
    linkSync(file, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** A name that was linked is on the disk only when its folder is. */
function syncFolder(folder: string): void {
  // Windows opens no folder.
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/**
 * Written whole under a name of its own, then linked: of several processes that start at once exactly one makes it, and all read the same.
 * On the disk before it is named, for an empty file after a power cut would be a key that everybody knows.
 */
function madeOnce(folder: string, path: string): string {
  mkdirSync(folder, { recursive: true });
  const draft = besides(path);
  try {
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
    linkOnce(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(folder);
  const made = readFileSync(path, 'utf8').trim();
  if (!isSecret(made)) throw new Error('what stands there is no secret');
  return made;
}

/** Takes away what is no secret, unless another process has put one there meanwhile. */
function clear(path: string): void {
  const aside = besides(path);
  renameSync(path, aside);
  if (isSecret(found(aside) ?? '')) linkOnce(aside, path);
  rmSync(aside, { force: true });
}

/**
 * What this site signs cookies with: NACRE_SECRET, else the one in the data folder, which is made at the first call. One there that is
 * too short to be one (cut off when the power went) is replaced. Where the folder cannot be written the secret lasts as long as the
 * process does. Of both `warn` is told.
 */
export function siteSecret(
  { secret, dataFolder }: Pick<Config, 'secret' | 'dataFolder'>,
  warn: (line: string) => void,
): string {
  if (secret !== undefined) return secret;
  const path = join(dataFolder, 'secret');
  try {
    const kept = found(path);
    if (kept !== undefined && isSecret(kept)) return kept;
    if (kept !== undefined) {
      warn(
        `What stands in ${path} is too short for a secret and is replaced: shortlists made with it are forgotten.`,
      );
      clear(path);
    }
    return madeOnce(dataFolder, path);
  } catch (error) {
    warn(
      `No secret can be kept in ${dataFolder} (${(error as Error).message}): shortlists are forgotten at the next start. Set NACRE_SECRET.`,
    );
    return randomBytes(32).toString('base64url');
  }
}
