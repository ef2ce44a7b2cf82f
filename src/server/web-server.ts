import compression from 'compression';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants } from 'node:zlib';
import { holdToBodyLimit } from './body-limits.ts';
import type { PageCache } from './page-cache.ts';
import { discardRest } from './discard-rest.ts';
import { settleOrigin, type OriginRules } from './request-origin.ts';
import { isReadableTarget } from './request-target.ts';

/** adapter-node's `handler`. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Running requests get this long to end when the process is asked to stop. */
export const DRAIN_MS = 10_000;

function badRequest(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('Bad request\n');
}

/** One listener: origin settled, malformed addresses refused, bodies held to their page's limit, kept pages sent, compression around SvelteKit's pages. */
export function requestListener(
  handler: Handler,
  rules: OriginRules,
  cache?: PageCache,
  usualBody = Number.POSITIVE_INFINITY,
): RequestListener {
  // Quality 5: pages are made for each reader anew, so time counts as well as size.
  const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } });
  return (request, response) => {
    if (!settleOrigin(request, rules) || !isReadableTarget(request.url)) return badRequest(response);
    holdToBodyLimit(request, usualBody);
    discardRest(request, response);
    if (cache?.serve(request, response)) return;
    compress(request as never, response as never, () => {
      cache?.remember(request, response);
      handler(request, response, () => response.writeHead(404).end());
    });
  };
}

/** An HTTP server with limits of time and size against slow and oversized senders. */
export function webServer(listener: RequestListener): Server {
  return createServer(
    {
      // A search of 10,000 characters outside ASCII takes 90 kB as an address: the page answers it, not the parser.
      maxHeaderSize: 128 * 1024,
      headersTimeout: 20_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 5_000,
    },
    listener,
  );
}

/** Takes no new request, waits for those that run (at most `DRAIN_MS`), then closes what is left. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const end = Date.now() + DRAIN_MS;
  let isClosed = false;
  void closed.then(() => (isClosed = true));
  while (!isClosed && Date.now() < end) {
    server.closeIdleConnections();
    await sleep(20);
  }
  server.closeAllConnections();
  await closed;
}

/** Listens; rejects with the system's error when that is not possible. */
export function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host && { host }) }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
