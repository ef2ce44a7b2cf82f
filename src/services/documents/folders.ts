import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';

// From the clone's root: bundled, this module does not know its own place.

/** What templates may read: all templates lie below it. */
export const templatesRoot = (): string => join(projectRoot(), 'src');

export const fontsFolder = (): string => join(projectRoot(), 'src/services/documents/fonts');

/** The program of the process that sets pages. */
export const typesetterProgram = (): string =>
  join(projectRoot(), 'src/services/documents/typesetter-process.ts');
