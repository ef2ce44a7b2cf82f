import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnServer } from '../tests/web/spawned-server.ts';

/** The built server on an embedded database of its own, for one benchmark; everything is gone after `stop`. */
export async function benchServer(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'nacre-bench-'));
  const server = await spawnServer({ NACRE_DATA: folder });
  return {
    origin: server.origin,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
