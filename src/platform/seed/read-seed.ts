import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Where the seed world lies, with a slash at its end. */
export const seedFolder = fileURLToPath(new URL('../../../db/seed/', import.meta.url));

/** One file of the seed world, parsed; `path` is relative to db/seed/. The file's shape is held by `npm run check`. */
export async function readSeed<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(seedFolder + path, 'utf8')) as T;
}
