import { chmod, readdir, rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDataFolder } from '../../../../tests/setup/data-folder.ts';
import { mayMount, mount, unmount } from '../../../../tests/setup/small-disk.ts';
import { isDiskFull } from './disk-full.ts';
import { startEmbedded } from './start-embedded.ts';

let folder: string;

beforeEach(async () => {
  folder = await newDataFolder();
});
afterEach(() => rm(folder, { recursive: true }));

// 20 MB are where PostgreSQL panics over a transaction instead of naming the disk.
test.runIf(mayMount).each(['8m', '20m', '36m'])(
  'a first start on a disk of %s says that it is full, and leaves it empty',
  async (size) => {
    mount(folder, size);
    try {
      await chmod(folder, 0o711);
      const started = await startEmbedded({ dataFolder: folder, throwaway: true });
      expect(started).toEqual({
        ok: false,
        refusal: `The disk that holds ${folder}/postgres is full: free some space and start again.`,
      });
      expect((await readdir(`${folder}/postgres`)).filter((name) => name.startsWith('cluster'))).toEqual([]);
    } finally {
      unmount(folder);
    }
  },
);

test.runIf(mayMount)('too little room for a cluster counts as full', async () => {
  mount(folder, '63m');
  try {
    expect(await isDiskFull(folder)).toBe(true);
  } finally {
    unmount(folder);
  }
  mount(folder, '80m');
  try {
    expect(await isDiskFull(folder)).toBe(false);
  } finally {
    unmount(folder);
  }
});
