import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { seedFolder } from './read-seed.ts';

/** A digest over the names and contents of all the seed's files: it changes when the seed does. */
export async function seedChecksum(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await readdir(seedFolder, { recursive: true }))
    .filter((file) => file.endsWith('.json'))
    .sort();
  for (const file of files) hash.update(file).update(await readFile(seedFolder + file));
  return hash.digest('hex').slice(0, 32);
}
