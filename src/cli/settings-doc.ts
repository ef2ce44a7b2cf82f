import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settingsDocument } from '#platform/config/settings-table.ts';
import { projectRoot } from '#platform/project-root.ts';

await writeFile(join(projectRoot(), 'docs/settings.md'), settingsDocument());
