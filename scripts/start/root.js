import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Node 24, which the dev dependency `node` brings along. */
export const node24 = join(root, 'node_modules/node/bin/node');
