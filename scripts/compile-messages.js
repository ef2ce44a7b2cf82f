import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';

const root = join(import.meta.dirname, '..');

/** How the message files become functions: the build, the tests and the checks compile alike. */
export const messageCompiler = /** @satisfies {Parameters<typeof compile>[0]} */ ({
  project: join(root, 'project.inlang'),
  outdir: join(root, 'src/services/i18n/paraglide'),
  outputStructure: 'message-modules',
  strategy: ['baseLocale'],
  emitReadme: false,
});

/** When a file below `folder` was last written; 0 without any. @param {string} folder */
function lastWritten(folder) {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
  } catch {
    return 0;
  }
}

// Run by itself: for checks on a clone where nothing has been built yet, or where messages have changed since.
if (process.argv[1] === import.meta.filename) {
  if (lastWritten(join(root, 'messages')) > lastWritten(messageCompiler.outdir))
    await compile(messageCompiler);
  // The compiler leaves a timer of half a minute behind.
  process.exit();
}
