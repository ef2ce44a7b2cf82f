import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf } from './files.js';

/**
 * What may stand in a work under the EUPL-1.2: permissive licences, the MPL, and the LGPL of a library that is loaded, not
 * copied (libvips, under sharp); the appendix of the EUPL names both.
 */
const accepted = new Set([
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 WITH LLVM-exception',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Packages that state no licence of their own, read by hand: a name, the licence, and where it is said. */
const readByHand = new Map([
  [
    '@lix-js/sdk-linux-x64',
    { licence: 'MIT', where: 'a binary of @lix-js/sdk, whose package.json says MIT' },
  ],
]);

/** Whether an SPDX expression leaves us an accepted way. @param {string} expression @returns {boolean} */
export function isAccepted(expression) {
  const plain = expression.replace(/^\((.*)\)$/, '$1').trim();
  if (accepted.has(plain)) return true;
  if (/\bOR\b/.test(plain)) return plain.split(/\s+OR\s+/).some(isAccepted);
  if (/\bAND\b/.test(plain)) return plain.split(/\s+AND\s+/).every(isAccepted);
  return false;
}

/** @param {any} manifest @returns {string | undefined} */
function statedIn(manifest) {
  const stated = manifest.license ?? manifest.licenses;
  if (typeof stated === 'string') return stated;
  if (Array.isArray(stated)) return stated.map((entry) => entry.type ?? entry).join(' OR ');
  return stated?.type;
}

/** Every installed package that runs in production has a licence that suits the EUPL. @param {string} root */
export default function licences(root) {
  /** @type {string[]} */
  const problems = [];
  const lock = jsonOf(root, 'package-lock.json', problems) ?? {};
  let count = 0;
  for (const [path, entry] of Object.entries(lock.packages ?? {})) {
    const isForDevelopment = /** @type {{ dev?: boolean }} */ (entry).dev === true;
    if (path === '' || isForDevelopment || !existsSync(join(root, path, 'package.json'))) continue;
    count += 1;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence =
      statedIn(jsonOf(root, `${path}/package.json`, problems) ?? {}) ?? readByHand.get(name)?.licence;
    if (licence === undefined) problems.push(`${name}: states no licence`);
    else if (!isAccepted(licence))
      problems.push(`${name}: ${licence} is not in the list of accepted licences`);
  }
  if (count === 0) problems.push('no package is installed: nothing was looked at');
  return { problems, note: `${count} packages` };
}
