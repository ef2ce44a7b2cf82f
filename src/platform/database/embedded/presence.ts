import { closeSync, existsSync, openSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** A socket that answers as long as this process lives, whoever asks and whatever numbers they give to processes. */
export interface Presence {
  /** Its name in the folder. */
  readonly name: string;
  end(): Promise<void>;
}

const ours = /^presence-[0-9a-f-]+\.sock$/;

/**
 * Only Linux can hide processes from each other that share a folder. And only there a folder has a short second name,
 * by which a socket in it can be reached however long its path is (107 bytes are the limit).
 */
const isNeeded = process.platform === 'linux';

const shortPath = (folder: number, name: string): string => `/proc/self/fd/${folder}/${name}`;

/** Whether somebody listens at the socket `name` of `folder`. The kernel answers, even for a process that is stopped. */
export async function answers(folder: string, name: string): Promise<boolean> {
  if (!isNeeded || !existsSync(folder)) return false;
  const opened = openSync(folder, 'r');
  try {
    return await new Promise<boolean>((resolve) => {
      const socket = connect(shortPath(opened, name));
      const end = (answer: boolean): void => {
        socket.destroy();
        resolve(answer);
      };
      socket.once('connect', () => end(true));
      // Anything but "nobody listens" and "no such socket" (as a full queue) comes from somebody who does listen.
      socket.once('error', ({ code }: NodeJS.ErrnoException) =>
        end(!['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes(code ?? '')),
      );
    });
  } finally {
    closeSync(opened);
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve());
  });
}

/** Makes this process known in `folder` until `end` or its own end; nothing where that is not needed. */
export async function showPresence(folder: string): Promise<Presence | undefined> {
  if (!isNeeded) return undefined;
  const name = `presence-${crypto.randomUUID()}.sock`;
  // A plain number: a FileHandle would be closed when nobody refers to it any more, and the socket's path with it.
  const opened = openSync(folder, 'r');
  const server = createServer((caller) => caller.on('error', () => {}).destroy());
  try {
    await listen(server, shortPath(opened, name));
  } catch (error) {
    closeSync(opened);
    throw error;
  }
  server.unref();
  const end = async (): Promise<void> => {
    await new Promise((resolve) => server.close(resolve));
    closeSync(opened);
  };
  return { name, end };
}

/** Removes the sockets in `folder` behind which nobody lives. */
export async function clearPresences(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (ours.test(name) && !(await answers(folder, name))) await rm(join(folder, name), { force: true });
  }
}
