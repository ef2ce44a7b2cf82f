import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, type Database } from '#platform/database/connect.ts';
import type { Log } from '#platform/log.ts';
import { projectRoot } from '#platform/project-root.ts';

/** What src/cli/seed.ts exports. */
interface Seeder {
  loadSeed(db: Database, options: { log: Log }): Promise<unknown>;
}

/** Loads the seed world; the loader itself lets one process at a time in. What a person has changed or removed stays so. */
export async function loadSeedWorld(url: string, log: Log): Promise<void> {
  const path = join(projectRoot(), 'src/cli/seed.ts');
  if (
    !(await access(path).then(
      () => true,
      () => false,
    ))
  )
    return;
  // By its address, not statically: the loader reaches into every room, which the server itself does not.
  const { loadSeed } = (await import(pathToFileURL(path).href)) as Seeder;
  const db = connect(url, { max: 2 });
  try {
    await loadSeed(db, { log });
  } finally {
    await db.destroy();
  }
}
