import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { node24, root } from './root.js';
import { runStep } from './step.js';

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} Package */

/**
 * @param {string} path
 * @returns {Record<string, Package> | undefined}
 */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

const MODULES = join(root, 'node_modules');

/** There from the first to the last moment of an installation: what a kill has left half-unpacked is thrown away. */
const RUNNING = join(root, '.cache', 'installing');

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own list there as the last act of an
 * installation.
 */
export function isInstalled() {
  const wanted = packagesOf('package-lock.json') ?? {};
  const present = packagesOf('node_modules/.package-lock.json');
  if (!present || existsSync(RUNNING) || !existsSync(node24)) return false;
  return Object.entries(wanted).every(
    // A package for another kind of machine is optional and not there.
    ([path, { version, optional }]) =>
      path === '' || (present[path] ? present[path].version === version : optional === true),
  );
}

/** Installs the packages unless they are there. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  // The locked packages of other kinds of machine are missing in some mirrors of the registry. `npm ci` then refuses the
  // whole lock file; `npm install --no-save` takes the same locked versions and leaves the file alone.
  if (existsSync(RUNNING) || !packagesOf('node_modules/.package-lock.json'))
    rmSync(MODULES, { recursive: true, force: true });
  mkdirSync(dirname(RUNNING), { recursive: true });
  writeFileSync(RUNNING, '');
  // Without node_modules/.bin: npm would run on a Node that it is about to replace.
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  const env = { ...process.env, PATH: path.join(delimiter), npm_config_progress: 'false' };
  await runStep(
    'Installing the packages (1.3 GB, once)',
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund'],
    env,
  );
  rmSync(RUNNING, { force: true });
}
