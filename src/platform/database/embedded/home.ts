import { randomBytes } from 'node:crypto';
import { mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { done, refuse, type Result } from '#platform/result.ts';
import { databaseAccount, type Account } from './account.ts';
import { privateFolder } from './private-folder.ts';
import { canReach } from './reach.ts';

/** Where a cluster lives and under whose account: `path` is absolute, without links, private to `account`. */
export interface Home {
  readonly path: string;
  readonly account: Account;
  /** Whether it lies outside the data folder, because the account may not enter that. */
  readonly isElsewhere: boolean;
}

/** The first that can be made; /var/tmp last, since systemd deletes there what was not touched for thirty days. */
const ELSEWHERE = ['/var/lib/nacre', '/var/tmp/nacre'] as const;

const ownerOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    (found) => found.uid,
    () => undefined,
  );

async function newPlace(): Promise<Result<string, string>> {
  const name = randomBytes(8).toString('hex');
  for (const parent of ELSEWHERE) {
    // Passable for all, readable for none but root: each home below is closed by itself.
    if (
      await mkdir(parent, { recursive: true, mode: 0o711 }).then(
        () => true,
        () => false,
      )
    )
      return done(join(parent, name));
  }
  return refuse(
    `Neither ${ELSEWHERE.join(' nor ')} can be made for the database; choose a folder that all may enter with NACRE_DATA.`,
  );
}

/** The place chosen at an earlier start, kept in a file so that it is found again, else a new one. */
async function placeElsewhere(dataFolder: string): Promise<Result<string, string>> {
  const note = join(dataFolder, 'postgres-home');
  const known = (await readFile(note, 'utf8').catch(() => '')).trim();
  if (known !== '') return done(known);
  const place = await newPlace();
  if (!place.ok) return place;
  await writeFile(`${note}.new`, `${place.value}\n`, { mode: 0o600 });
  await rename(`${note}.new`, note);
  return place;
}

/**
 * Finds or makes the home of the embedded cluster: `dataFolder`/postgres, or, where the database's account may not enter
 * there (a clone in /root), a folder of its own that `dataFolder`/postgres-home names. Refuses in one line.
 */
export async function databaseHome(dataFolder: string): Promise<Result<Home, string>> {
  await mkdir(dataFolder, { recursive: true });
  const data = await realpath(dataFolder);
  const near = join(data, 'postgres');
  const nearAccount = await databaseAccount(await ownerOf(near));
  if (await canReach(data, nearAccount)) {
    const made = await privateFolder(near, nearAccount);
    return made.ok ? done({ path: near, account: nearAccount, isElsewhere: false }) : made;
  }
  const far = await placeElsewhere(data);
  if (!far.ok) return far;
  const account = await databaseAccount(await ownerOf(far.value));
  const made = await privateFolder(far.value, account);
  return made.ok ? done({ path: await realpath(far.value), account, isElsewhere: true }) : made;
}
