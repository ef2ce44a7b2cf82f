import { expect, test } from 'vitest';
import { readerAt } from './reader-share.ts';

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['127.0.0.1', undefined],
  ['::ffff:10.1.2.3', undefined],
  ['::1', undefined],
  ['fd00::1', undefined],
  ['', undefined],
  ['unix', undefined],
])('a request from %j counts for %j', (address, reader) => {
  expect(readerAt(address)).toBe(reader);
});
