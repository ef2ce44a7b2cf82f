import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { migrationsFolder, projectRoot } from '#platform/project-root.ts';

// Writes src/platform/database/schema.ts from db/migrations, through a throwaway database; `--verify` only compares.

const target = join(projectRoot(), 'src/platform/database/schema.ts');
const folder = await mkdtemp(join(tmpdir(), 'nacre-types-'));
// Under root another account runs PostgreSQL and must come through.
await chmod(folder, 0o711);
const started = await startEmbedded({ dataFolder: folder, throwaway: true });
if (!started.ok) throw new Error(started.refusal);
try {
  const migrated = await migrate(started.value.url, { folder: migrationsFolder() });
  if (!migrated.ok) throw new Error(migrated.refusal);
  const draft = join(folder, 'schema.ts');
  const options = [
    '--dialect=postgres',
    `--url=${started.value.url}`,
    // As column-types.ts reads them.
    '--date-parser=string',
    '--type-mapping={"int8":"number"}',
    '--exclude-pattern=schema_migration',
    `--out-file=${draft}`,
    '--log-level=error',
  ];
  execFileSync(
    process.execPath,
    [join(projectRoot(), 'node_modules/kysely-codegen/dist/cli/bin.js'), ...options],
    { stdio: 'inherit' },
  );
  const types = await readFile(draft, 'utf8');
  if (!process.argv.includes('--verify')) await writeFile(target, types);
  else if ((await readFile(target, 'utf8')) !== types) {
    process.stderr.write(
      'src/platform/database/schema.ts is not that of db/migrations: run npm run db:types.\n',
    );
    process.exitCode = 1;
  }
} finally {
  await started.value.stop();
  await rm(folder, { recursive: true, force: true });
}
