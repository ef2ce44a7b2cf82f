import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config/config.ts';

const found = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
};

/** Written whole under a name of its own, then linked: of several processes that start at once exactly one makes it, and all read the same. */
function madeOnce(folder: string, path: string): string {
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}

/**
 * What this site signs cookies with: NACRE_SECRET, else the one in the data folder, which is made at the first call. Where the folder
 * cannot be written the secret lasts as long as the process does, and `warn` is told.
 */
export function siteSecret(
  { secret, dataFolder }: Pick<Config, 'secret' | 'dataFolder'>,
  warn: (line: string) => void,
): string {
  if (secret !== undefined) return secret;
  const path = join(dataFolder, 'secret');
  try {
    return found(path) ?? madeOnce(dataFolder, path);
  } catch (error) {
    warn(
      `No secret can be kept in ${dataFolder} (${(error as Error).message}): shortlists are forgotten at the next start. Set NACRE_SECRET.`,
    );
    return randomBytes(32).toString('base64url');
  }
}
