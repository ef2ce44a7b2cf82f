import { resolve } from 'node:path';

/**
 * The folder of the clone. The server bundle cannot find it from its own place, so `server.js` says it through
 * NACRE_ROOT; tools run from the clone itself.
 */
export const projectRoot = (): string => resolve(process.env['NACRE_ROOT'] ?? process.cwd());

/** The folder of the numbered `.sql` migrations. */
export const migrationsFolder = (): string => resolve(projectRoot(), 'db/migrations');
