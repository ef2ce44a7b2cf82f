import { statfs } from 'node:fs/promises';

/** A new cluster takes about 40 MB: with less than this left, whatever PostgreSQL complains of comes from the disk. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/**
 * Whether the disk of `folder` has too little room for a cluster. Ask before clearing away what a failed start wrote:
 * afterwards the room is there again.
 */
export async function isDiskFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < LEAST_FREE_BYTES;
}

/** The one line for it, for the person who started Nacre. */
export const diskFullLine = (folder: string): string =>
  `The disk that holds ${folder} is full: free some space and start again.`;
