import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Server } from 'node:http';
import { boundBody } from './request-body.ts';
import { listen, requestListener, webServer } from './web-server.ts';

const limits = { usual: 1000, picture: 50_000_000 };
const asked = (url: string, headers: Record<string, string>, method = 'POST') => {
  const request = { method, url, headers: { ...headers } } as never as Parameters<typeof boundBody>[0];
  return { isBound: boundBody(request, limits), length: Number(request.headers['content-length'] ?? 0) };
};

describe('the limit of a body', () => {
  it('is that of its address: only the page of pictures may be sent one', () => {
    for (const path of ['/en/contribute/7/pictures', '/lv/contribute/123/pictures?removed=x'])
      expect(asked(path, { 'content-length': '20000000' })).toEqual({ isBound: true, length: 20_000_000 });
    for (const path of [
      '/en/contribute/7/place',
      '/en/contribute/7/pictures/x',
      '/en/contribute/x/pictures',
      '/en/sign-in?/en/contribute/7/pictures',
      '/',
    ])
      expect(asked(path, { 'content-length': '1001' }).length).toBeGreaterThan(limits.picture);
    expect(asked('/en/sign-in', { 'content-length': '1000' })).toEqual({ isBound: true, length: 1000 });
    expect(asked('/en/contribute/7/pictures', { 'content-length': '1001' }, 'PUT').length).toBeGreaterThan(
      limits.picture,
    );
  });

  it('cannot be stepped over by not saying how long it is', () => {
    expect(asked('/en/contribute/7/pictures', { 'transfer-encoding': 'chunked' }).isBound).toBe(false);
  });
});

let server: Server | undefined;
afterEach(() => server?.close());

it('a body that nobody reads is thrown away, and the connection serves the next request', async () => {
  server = webServer(
    requestListener((_request, response) => response.end('seen'), { origin: undefined, trustProxy: false }),
  );
  await listen(server, 0, '127.0.0.1');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const head = (length: number) => `POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: ${length}\r\n\r\n`;
  socket.write(head(8_000_000));
  for (let sent = 0; sent < 8; sent += 1)
    if (!socket.write(Buffer.alloc(1_000_000, 'x'))) await once(socket, 'drain');
  socket.write(head(0));
  await expect.poll(() => said.split('seen').length - 1, { timeout: 5000 }).toBe(2);
  socket.destroy();
});
