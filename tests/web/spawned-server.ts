import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../src/platform/project-root.ts';

/** A copy of the built server in a process of its own. */
export interface SpawnedServer {
  readonly port: number;
  readonly pid: number;
  /** Where it is reached, without a slash at the end. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const START_MS = 60_000;

/** Starts `node server.js` with nothing but these settings, and waits until it is ready. Throws with what it said. */
export async function spawnServer(settings: Record<string, string>): Promise<SpawnedServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(projectRoot(), 'server.js')], {
    cwd: projectRoot(),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      NODE_ENV: 'production',
      PORT: String(port),
      ...settings,
    },
    // The channel ends the server when the tests are killed.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };

  const origin = `http://127.0.0.1:${port}`;
  const end = Date.now() + START_MS;
  while (
    !(await fetch(`${origin}/ready`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`The server did not start:\n${said.slice(-2000)}`);
    }
    await sleep(50);
  }
  return { port, pid: child.pid ?? 0, origin, stop };
}
