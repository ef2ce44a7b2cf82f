import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect as connectSocket, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { PRIVATE_HEADERS } from './request-origin.ts';
import { drain, listen, requestListener, webServer, type Handler } from './web-server.ts';

let server: Server | undefined;
afterEach(async () => {
  if (server?.listening) await drain(server);
});

async function serve(handler: Handler): Promise<number> {
  server = webServer(requestListener(handler, { origin: undefined, trustProxy: false }));
  await listen(server, 0, '127.0.0.1');
  return (server.address() as AddressInfo).port;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Not fetch, which would mend a malformed address and unpack by itself. */
function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const page = '<p>Pearl</p>'.repeat(1000);
const pages: Handler = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page);

test('pages are sent compressed to who can read that, and caches are told', async () => {
  const port = await serve(pages);
  const brotli = await get(port, '/', { 'accept-encoding': 'gzip, br' });
  const gzip = await get(port, '/', { 'accept-encoding': 'gzip' });
  const plain = await get(port, '/');
  expect(brotliDecompressSync(brotli.body).toString()).toBe(page);
  expect(gunzipSync(gzip.body).toString()).toBe(page);
  expect(plain.body.toString()).toBe(page);
  expect([brotli, gzip, plain].map((answer) => answer.headers.vary)).toEqual(
    Array(3).fill('Accept-Encoding'),
  );
});

test.each(['application/json', 'image/svg+xml', 'text/css', 'application/xml'])(
  '%s is compressed too',
  async (type) => {
    const port = await serve((_, response) => response.writeHead(200, { 'content-type': type }).end(page));
    expect((await get(port, '/', { 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br');
  },
);

test('an image that is compressed already is left alone', async () => {
  const port = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end(page),
  );
  expect((await get(port, '/', { 'accept-encoding': 'br' })).headers['content-encoding']).toBe(undefined);
});

test.each(['/%E0%A4%A', '/%', '/a%00b', '/en?q=%00'])(
  'the malformed address %s is answered with 400',
  async (path) => {
    expect((await get(await serve(pages), path)).status).toBe(400);
  },
);

test('a search of 10,000 characters outside ASCII reaches the page', async () => {
  expect((await get(await serve(pages), `/en/practices?q=${'%E2%82%AC'.repeat(10_000)}`)).status).toBe(200);
});

test('bytes that are no HTTP are answered with 400, and the next request is served', async () => {
  const port = await serve(pages);
  const said = await new Promise<string>((resolve) => {
    const socket = connectSocket(port, '127.0.0.1', () => socket.write('\x16\x03\x01 nonsense\r\n\r\n'));
    socket.on('data', (chunk) => resolve(chunk.toString()));
    socket.on('error', () => resolve('reset'));
  });
  expect(said).toContain('400');
  expect((await get(port, '/')).status).toBe(200);
});

test('what the page is told of its origin never comes from outside', async () => {
  const port = await serve((incoming, response) => response.end(JSON.stringify(incoming.headers)));
  const { body } = await get(port, '/', {
    host: 'localhost',
    [PRIVATE_HEADERS.host]: 'evil.example',
    'x-forwarded-host': 'evil.example',
  });
  expect(body.toString()).not.toContain('evil.example');
});

test('a request that runs when the process is asked to stop is finished, and no new one is taken', async () => {
  const port = await serve((_, response) => void sleep(300).then(() => response.end('finished')));
  const running = get(port, '/slow');
  await sleep(100);
  const draining = drain(server as Server);
  await expect(get(port, '/new')).rejects.toThrow('ECONNREFUSED');
  expect((await running).body.toString()).toBe('finished');
  await draining;
});
