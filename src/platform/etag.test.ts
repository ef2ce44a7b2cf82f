import { expect, it } from 'vitest';
import { isKnown } from './etag.ts';

it.each([
  ['"a"', '"a"'],
  ['W/"a"', '"a"'],
  ['"a"', 'W/"a"'],
  ['"x", W/"a" ,"y"', 'W/"a"'],
  ['*', '"a"'],
])('%s knows the state %s', (ifNoneMatch, etag) => {
  expect(isKnown(ifNoneMatch, etag)).toBe(true);
});

it.each([null, undefined, '', '"', '"b"', 'a', 'W/', '"aa"', ',,'])('%j does not know it', (ifNoneMatch) => {
  expect(isKnown(ifNoneMatch, '"a"')).toBe(false);
});
