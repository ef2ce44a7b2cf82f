import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const made = new Set([
  'node_modules',
  '.git',
  '.svelte-kit',
  '.cache',
  '.data',
  'build',
  'paraglide',
  'fixtures',
  'out',
]);

/**
 * Every file below `folder` (of `root`) that a person wrote, as paths from `root` with forward slashes, sorted.
 * A folder that is not there holds none.
 * @param {string} root @param {string} folder @returns {string[]}
 */
export function filesIn(root, folder) {
  const found = [];
  const open = [join(root, folder)];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const entry of entriesOf(place)) {
      if (entry.isDirectory()) {
        if (!made.has(entry.name)) open.push(join(place, entry.name));
      } else if (entry.isFile()) {
        found.push(relative(root, join(place, entry.name)).split(sep).join('/'));
      }
    }
  }
  return found.sort();
}

/** @param {string} folder */
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return [];
    throw error;
  }
}

/** The folders directly below `folder`, by name. @param {string} root @param {string} folder @returns {string[]} */
export const foldersIn = (root, folder) =>
  entriesOf(join(root, folder))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** @param {string} root @param {string} path @returns {string} */
export const textOf = (root, path) => readFileSync(join(root, path), 'utf8');

/**
 * A JSON file parsed, or `undefined` with a line in `problems` that says why not.
 * @param {string} root @param {string} path @param {string[]} problems @returns {any}
 */
export function jsonOf(root, path, problems) {
  try {
    return JSON.parse(textOf(root, path));
  } catch (error) {
    const isMissing = /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT';
    problems.push(
      isMissing ? `${path}: is missing` : `${path}: is not JSON (${/** @type {Error} */ (error).message})`,
    );
    return undefined;
  }
}

/** The nine languages of the interface; English first, because the others are compared with it. */
export const languages = ['en', 'lv', 'lt', 'et', 'fi', 'sv', 'da', 'de', 'pl'];
