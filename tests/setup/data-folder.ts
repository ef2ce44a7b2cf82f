import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty data folder that the database's account may enter. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nacre-data-'));
  await chmod(folder, 0o711);
  return folder;
}

/** Removes a data folder and the database that may lie elsewhere for it. */
export async function removeDataFolder(folder: string): Promise<void> {
  const elsewhere = (await readFile(join(folder, 'postgres-home'), 'utf8').catch(() => '')).trim();
  if (elsewhere !== '') await rm(elsewhere, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
