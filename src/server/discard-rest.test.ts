import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { Server } from 'node:http';
import { listen, requestListener, webServer } from './web-server.ts';

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
