import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { PRIVATE_HEADERS, settleOrigin, type OriginRules } from './request-origin.ts';
import { isReadableTarget } from './request-target.ts';

function settle(headers: Record<string, string>, rules: Partial<OriginRules> = {}) {
  const request = {
    headers: { ...headers },
    socket: { remoteAddress: '192.0.2.1' },
  } as unknown as IncomingMessage;
  const isUsable = settleOrigin(request, { origin: undefined, trustProxy: false, ...rules });
  const { protocol, host, address } = PRIVATE_HEADERS;
  return {
    isUsable,
    at: `${request.headers[protocol]}://${request.headers[host]}`,
    from: request.headers[address],
    headers: request.headers,
  };
}

const forwarded = {
  host: 'inside:3000',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'nacre.example',
  'x-forwarded-for': '198.51.100.7',
};

test('plain: http and the Host header', () => {
  expect(settle({ host: 'localhost:3000' })).toMatchObject({
    isUsable: true,
    at: 'http://localhost:3000',
    from: '192.0.2.1',
  });
});

test('forwarded headers count for nothing, and are not passed on, unless a proxy is trusted', () => {
  const settled = settle(forwarded);
  expect(settled).toMatchObject({ at: 'http://inside:3000', from: '192.0.2.1' });
  expect(Object.keys(settled.headers).filter((name) => name.includes('forwarded'))).toEqual([]);
});

test('of a trusted proxy what it says counts', () => {
  expect(settle(forwarded, { trustProxy: true })).toMatchObject({
    at: 'https://nacre.example',
    from: '198.51.100.7',
  });
});

test('of a list only what the nearest proxy added counts, for the sender may have begun it', () => {
  const headers = {
    ...forwarded,
    'x-forwarded-for': '10.0.0.1, 198.51.100.7',
    'x-forwarded-host': 'evil.example, nacre.example',
  };
  expect(settle(headers, { trustProxy: true })).toMatchObject({
    at: 'https://nacre.example',
    from: '198.51.100.7',
  });
});

test('a configured origin counts before everything', () => {
  expect(settle(forwarded, { origin: 'https://pearls.example:8443', trustProxy: true }).at).toBe(
    'https://pearls.example:8443',
  );
});

test('private headers from outside are overwritten', () => {
  const headers = {
    host: 'localhost',
    [PRIVATE_HEADERS.protocol]: 'https',
    [PRIVATE_HEADERS.host]: 'evil.example',
    [PRIVATE_HEADERS.address]: '1.1.1.1',
  };
  expect(settle(headers)).toMatchObject({ at: 'http://localhost', from: '192.0.2.1' });
});

test.each(['', 'a b', 'evil.example/path', 'x@y', '%', 'a:b:c'])('a Host header %j is refused', (host) => {
  expect(settle({ host }).isUsable).toBe(false);
});

test.each(['localhost', '127.0.0.1:80', '[::1]:3000', 'xn--tl-bja.example'])(
  'a Host header %j is taken',
  (host) => {
    expect(settle({ host }).isUsable).toBe(true);
  },
);

test.each(['*', 'http://evil.example/', '/%', '/%E0%A4%A', '/%ff', '/a%00b', '/en?q=%00', ''])(
  'the address %j is refused',
  (target) => {
    expect(isReadableTarget(target)).toBe(false);
  },
);

test.each(['/', '/en/practices?q=%C5%A1', '/en?q=%E0%A4%A', '/%C3%A5?page=1e9', '//', '/en?q=%27%20or%201'])(
  'the address %j is taken',
  (target) => {
    expect(isReadableTarget(target)).toBe(true);
  },
);
