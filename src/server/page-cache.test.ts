import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { pageCache, SHARED_PAGE } from './page-cache.ts';
import { requestListener, type Handler } from './web-server.ts';

let server: Server | undefined;
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

let mark: string | null = '1';
let made = 0;
/** Where a page takes long: told when it is begun, and done when `until` is. */
let slow: { begun: () => void; until: Promise<void> } | undefined;

/** A server that makes a new page at each request and keeps it if it may. */
async function start(headers: Record<string, string> = { 'cache-control': SHARED_PAGE }) {
  mark = '1';
  made = 0;
  slow = undefined;
  const page = (response: Parameters<Handler>[1]): void => {
    made += 1;
    response.writeHead(200, { 'content-type': 'text/html', ...headers });
    response.write(`page ${made} `);
    response.end('x'.repeat(3000));
  };
  const handler: Handler = (_request, response) => {
    if (!slow) return page(response);
    slow.begun();
    void slow.until.then(() => page(response));
  };
  server = createServer(
    requestListener(
      handler,
      { origin: undefined, trustProxy: false },
      pageCache(() => mark),
    ),
  );
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
}

type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server?.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    ask({ port, host: '127.0.0.1', path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const body = Buffer.concat(parts);
        const text = response.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: text.toString('utf8', 0, 7).trim(),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

test('a page is made once and sent again, in whatever coding is asked', async () => {
  await start();
  expect((await get('/en')).text).toBe('page 1');
  const again = await get('/en', { 'accept-encoding': 'gzip' });
  expect([again.text, again.headers['content-encoding']]).toEqual(['page 1', 'gzip']);
  expect((await get('/en', { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding']).toBeUndefined();
  expect((await get('/lv')).text).toBe('page 2');
  expect(made).toBe(2);
});

test('a page first asked for compressed is sent plain to who takes nothing else', async () => {
  await start();
  expect((await get('/en', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
  const plain = await get('/en');
  expect([plain.text, plain.headers['content-encoding']]).toEqual(['page 1', undefined]);
  expect(made).toBe(1);
});

test('after a change it is made anew', async () => {
  await start();
  await get('/en');
  mark = '2';
  expect((await get('/en')).text).toBe('page 2');
});

test('a page that was being made when the change came is not kept', async () => {
  await start();
  const [begun, finish] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  slow = { begun: begun.resolve, until: finish.promise };
  const pending = get('/en');
  await begun.promise;
  mark = '2';
  finish.resolve();
  expect((await pending).text).toBe('page 1');
  slow = undefined;
  expect((await get('/en')).text).toBe('page 2');
});

test('nothing is kept and nothing kept is sent while changes would not be heard', async () => {
  await start();
  await get('/en');
  mark = null;
  expect((await get('/en')).text).toBe('page 2');
  expect((await get('/en')).text).toBe('page 3');
});

test('a reader who has the page already is told so', async () => {
  await start();
  await get('/en');
  const { headers } = await get('/en');
  const again = await get('/en', { 'if-none-match': headers.etag ?? '' });
  expect([again.status, again.text]).toEqual([304, '']);
  mark = '2';
  expect((await get('/en', { 'if-none-match': headers.etag ?? '' })).status).toBe(200);
});

test.each([
  ['with a cookie that may name a person', { cookie: 'session=1' }],
  ['with a shortlist', { cookie: 'language=lv; shortlist=1-3.x' }],
  ['with word of an act', { cookie: 'shortlist-note=kept.3' }],
  ['with a sign-in', { authorization: 'Basic eDp5' }],
])('a request %s is neither kept nor answered from what is kept', async (_, headers) => {
  await start();
  await get('/en');
  expect((await get('/en', headers)).text).toBe('page 2');
  expect((await get('/en')).text).toBe('page 1');
});

test('the cookie of the language changes nothing', async () => {
  await start();
  await get('/en');
  expect((await get('/en', { cookie: 'language=lv' })).text).toBe('page 1');
});

test.each([
  ['does not say that it is for everyone', { 'cache-control': 'private' }],
  ['sets a cookie', { 'cache-control': SHARED_PAGE, 'set-cookie': 'session=1' }],
])('a page that %s is not kept', async (_, headers) => {
  await start(headers);
  await get('/en');
  expect((await get('/en')).text).toBe('page 2');
});

test('HEAD gets the headers of the kept page and no body', async () => {
  await start();
  await get('/en');
  const { headers, text } = await get('/en', {}, 'HEAD');
  expect([headers['content-length'], text]).toEqual(['3007', '']);
});

test('another host has pages of its own', async () => {
  await start();
  await get('/en', { host: 'a.example' });
  expect((await get('/en', { host: 'b.example' })).text).toBe('page 2');
});
