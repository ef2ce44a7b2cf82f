import { expect, test } from 'vitest';
import { sourceHost } from './source-host.ts';

test.each([
  ['https://www.example.org/a?b=c', 'example.org'],
  ['http://data.example.org', 'data.example.org'],
  ['https://', 'https://'],
  ['https://a b', 'https://a b'],
])('the host of %s is named %s', (url, host) => {
  expect(sourceHost(url)).toBe(host);
});
