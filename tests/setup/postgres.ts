import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimOwnership } from '../../src/platform/database/embedded/ownership.ts';
import { ensureDatabase } from '../../src/platform/database/embedded/ensure-database.ts';
import { startEmbedded } from '../../src/platform/database/embedded/start-embedded.ts';
import { stopStrays } from '../../src/platform/database/embedded/stop-strays.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { TEMPLATE, TEST_POSTGRES, TEST_PROBLEM, testUrl } from '../../src/platform/database/testing.ts';
import { silentLog } from '../../src/platform/log.ts';
import { migrationsFolder } from '../../src/platform/project-root.ts';

const PREFIX = 'nacre-tests-';

/** Clears away what runs of the tests that were killed left behind, and nothing that still runs. */
async function clearAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    try {
      if (!(await claimOwnership(join(folder, 'postgres'))).ok) continue;
      if (!(await stopStrays(join(folder, 'postgres'), silentLog)).ok) continue;
      await rm(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's, or being cleared by another run at this moment.
    }
  }
}

/** Starts one throwaway PostgreSQL for the whole run and migrates the template that every test's database is copied from. */
export default async function setup(): Promise<() => Promise<void>> {
  await clearAbandoned();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  // Under root another account runs PostgreSQL and must come through.
  await chmod(folder, 0o711);
  const started = await startEmbedded({ dataFolder: folder, throwaway: true });
  if (!started.ok) throw new Error(started.refusal);
  process.env[TEST_POSTGRES] = started.value.url;
  await ensureDatabase(started.value.url, TEMPLATE);
  const migrated = await migrate(testUrl(TEMPLATE), { folder: migrationsFolder() });
  // Not thrown: tests that need no database should run beside a migration that is being written.
  if (migrated.ok) delete process.env[TEST_PROBLEM];
  else process.env[TEST_PROBLEM] = migrated.refusal;
  return async () => {
    await started.value.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
