import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { done, refuse, type Result } from '#platform/result.ts';
import type { Account } from './account.ts';

/**
 * Makes `path` a folder that only `account` may enter. Refuses one that belongs to somebody else, which under /tmp or
 * /var could be a trap laid by another user of the machine.
 */
export async function privateFolder(path: string, account: Account): Promise<Result<string, string>> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const found = await lstat(path);
  const self = process.getuid?.() ?? found.uid;
  if (!found.isDirectory()) return refuse(`${path} is not a folder.`);
  if (found.uid !== self && found.uid !== account.uid) {
    return refuse(
      `${path} belongs to another user (${found.uid}): start Nacre as that user, or choose another folder with NACRE_DATA.`,
    );
  }
  if (account.uid !== undefined && account.gid !== undefined) await chown(path, account.uid, account.gid);
  await chmod(path, 0o700);
  return done(path);
}
