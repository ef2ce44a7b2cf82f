import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** Addresses of a proxy or an own network, behind which any number of readers may be. */
const shared = new BlockList();
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  shared.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  shared.addSubnet(net, prefix, 'ipv6');

/** The first four groups: a network of that size is one household or one machine, which has all its addresses. */
function network(address: string): string {
  const [before = '', after] = address.split('::');
  const groups = before === '' ? [] : before.split(':');
  const rest = after === undefined || after === '' ? [] : after.split(':');
  const gap =
    after === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...gap, ...rest]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/** Whom a request from this address counts for; undefined where nobody in particular can be told from it. */
export function readerAt(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return shared.check(plain, 'ipv4') ? undefined : plain;
  if (isIPv6(plain)) return shared.check(plain, 'ipv6') ? undefined : network(plain);
  return undefined;
}

const MOST_READERS = 10_000;
const asked = new LRUCache<string, ReadonlySet<string>>({ max: MOST_READERS });

/** What this reader has asked this process for. In memory and nowhere else: an address is not kept with what was read. */
export const askedBy = (reader: string): ReadonlySet<string> => asked.get(reader) ?? new Set();

/** Remembers what the reader waits for, and forgets everything else. */
export function rememberAsked(reader: string, digests: readonly string[]): void {
  asked.set(reader, new Set(digests));
}
