import { readFile } from 'node:fs/promises';

/** The system account that PostgreSQL runs under; empty when that is simply ours. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const NOBODY = { uid: 65_534, gid: 65_534 } as const;

/**
 * Who shall run PostgreSQL, which refuses root: under root the existing account `postgres`, else `nobody`, unless
 * `ownerUid`, the owner of a data folder from an earlier start, says otherwise. No account is created.
 */
export async function databaseAccount(ownerUid?: number): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(':'));
  const entries = lines.map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const chosen =
    entries.find((entry) => ownerUid !== undefined && ownerUid !== 0 && entry.uid === ownerUid) ??
    entries.find((entry) => entry.name === 'postgres') ??
    entries.find((entry) => entry.name === 'nobody') ??
    NOBODY;
  return { uid: chosen.uid, gid: chosen.gid };
}
