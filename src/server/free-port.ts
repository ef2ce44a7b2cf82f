import { createServer } from 'node:net';
import { done, refuse, type Result } from '#platform/result.ts';
import { listenFailureLine } from './failure.ts';

/** Whether the web server will be able to listen, asked before the slower parts of a start. Refuses in one line. */
export function checkPort(port: number, host: string | undefined): Promise<Result<void, string>> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const line = listenFailureLine(error, port);
      if (line === undefined) reject(error);
      else resolve(refuse(line));
    });
    probe.listen({ port, ...(host && { host }) }, () => probe.close(() => resolve(done(undefined))));
  });
}
