import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { bodyLimit, holdToBodyLimit, largestBody } from './body-limits.ts';

const USUAL = 512 * 1024;
const held = (url: string, headers: Record<string, string>): string | undefined => {
  const request = { url, headers: { ...headers } } as unknown as IncomingMessage;
  holdToBodyLimit(request, USUAL);
  return request.headers['content-length'];
};

describe('the limit of a request’s body', () => {
  it('is larger on the pages that take files, and on those only', () => {
    expect(bodyLimit('/lv/contribute/bulk', USUAL)).toBe(6 * 1024 * 1024);
    expect(bodyLimit('/lv/contribute/bulk?/check', USUAL)).toBe(6 * 1024 * 1024);
    expect(bodyLimit('/lv/contribute/7/pictures?removed=x', USUAL)).toBe(256 * 1024 * 1024);
    for (const other of [
      '/en/contribute/7/place',
      '/en/contribute/7/pictures/x',
      '/en/contribute/x/pictures',
      '/en/sign-in?/en/contribute/7/pictures',
      '/lv/contribute',
      '/lv/contribute/bulk/x',
      '/xcontribute/bulk',
      '/lv/sign-in',
    ])
      expect(bodyLimit(other, USUAL)).toBe(USUAL);
  });

  it('is never smaller than the setting, which may be raised', () => {
    expect(bodyLimit('/lv/contribute/bulk', 100 * 1024 * 1024)).toBe(100 * 1024 * 1024);
    expect(largestBody(1024 ** 3)).toBe(1024 ** 3);
  });

  it('holds a request that is larger or does not say how large it is', () => {
    expect(held('/lv/sign-in', { 'content-length': String(USUAL) })).toBe(String(USUAL));
    expect(Number(held('/lv/sign-in', { 'content-length': String(USUAL + 1) }))).toBeGreaterThan(
      largestBody(USUAL),
    );
    expect(Number(held('/lv/sign-in', { 'transfer-encoding': 'chunked' }))).toBeGreaterThan(
      largestBody(USUAL),
    );
    expect(held('/lv/contribute/bulk', { 'content-length': '5000000' })).toBe('5000000');
    expect(Number(held('/lv/contribute/bulk', { 'transfer-encoding': 'chunked' }))).toBeGreaterThan(
      largestBody(USUAL),
    );
    expect(held('/lv/practices', {})).toBeUndefined();
  });
});
