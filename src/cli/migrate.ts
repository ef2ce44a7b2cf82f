import { processLog } from '#platform/log.ts';
import { checkedConfig } from '../server/checked-config.ts';
import { reachDatabase } from '../server/open-database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { migrationsFolder } from '#platform/project-root.ts';

const log = processLog();

/** Brings the configured database up to the migrations, without starting the web part. False: said why. */
async function migrateConfigured(): Promise<boolean> {
  const config = checkedConfig();
  const reached = config.ok ? await reachDatabase(config.value, { log, onLost: log.error }) : config;
  if (!reached.ok) {
    log.error(reached.refusal);
    return false;
  }
  try {
    const migrated = await migrate(reached.value.url, { folder: migrationsFolder(), log });
    if (migrated.ok)
      log.info(
        migrated.value.length === 0 ? 'Nothing to migrate.' : `Migrations applied: ${migrated.value.length}`,
      );
    else log.error(migrated.refusal);
    return migrated.ok;
  } finally {
    await reached.value.close();
  }
}

process.exitCode = (await migrateConfigured()) ? 0 : 1;
