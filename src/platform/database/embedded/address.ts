import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DATABASE_USER } from './initialise.ts';

/** The file of PostgreSQL's socket, of its default port. */
export const SOCKET_FILE = '.s.PGSQL.5432';

/** The system's limit for the path of a socket is 107 bytes (103 on macOS), and PostgreSQL adds its file's name. */
const LONGEST_SOCKET_FOLDER = 103 - `/${SOCKET_FILE}`.length;

/** The folder of the socket in `home`, seen by everybody who shares that. */
export const nearSocketFolder = (home: string): string => join(home, 'socket');

/** The folder of the socket that is connected to: in `home`, or under /tmp when that path would be too long for a socket. */
export function socketFolder(home: string): string {
  const inside = nearSocketFolder(home);
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER) return inside;
  return `/tmp/nacre-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`;
}

/** The connection string of a database of the cluster whose socket lies in `folder`. */
export const urlOf = (folder: string, database: string): string =>
  `postgres://${DATABASE_USER}@localhost/${database}?host=${encodeURIComponent(folder)}`;
