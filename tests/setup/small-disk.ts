import { execFileSync } from 'node:child_process';
import { rmdir } from 'node:fs/promises';
import { newDataFolder } from './data-folder.ts';

/** Lays a disk of `size` ('52m') in memory over an empty folder. Takes an administrator. */
export const mount = (folder: string, size: string): void => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=711`, 'tmpfs', folder], { stdio: 'ignore' });
};

export const unmount = (folder: string): void => {
  execFileSync('umount', [folder], { stdio: 'ignore' });
};

async function canMount(): Promise<boolean> {
  const folder = await newDataFolder();
  try {
    mount(folder, '1m');
    unmount(folder);
    return true;
  } catch {
    return false;
  } finally {
    await rmdir(folder);
  }
}

/** Whether this account may mount a disk here. */
export const mayMount = await canMount();
