import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** A port that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export interface NacreProcess {
  readonly child: ChildProcess;
  /** Everything it has written so far. */
  said(): string;
  /** True when it says that it is ready, false when it ends before, or after `withinMs`. */
  ready(withinMs?: number): Promise<boolean>;
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>;
}

/** Starts `script` (server.js, or the headless one) with these settings in a process of its own. */
export function startNacre(script: string, settings: Readonly<Record<string, string>>): NacreProcess {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [script], {
    env: { PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = (withinMs = 60_000): Promise<boolean> =>
    new Promise((resolve) => {
      const look = setInterval(() => said.includes('Nacre is ready') && end(true), 10);
      const late = setTimeout(() => end(false), withinMs);
      const end = (outcome: boolean): void => {
        clearInterval(look);
        clearTimeout(late);
        resolve(outcome);
      };
      void ended.then(() => end(false));
    });
  return { child, said: () => said, ready, ended };
}
