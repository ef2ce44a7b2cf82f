import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root } from './root.js';
import { runStep } from './step.js';

/** What the built pages are made from. */
const SOURCES = [
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  // Not the whole folder: the compiler of messages writes notes of its own beside it.
  'project.inlang/settings.json',
  'messages',
  'static',
  'src',
];

/** Made by the build itself, or not part of the pages. */
const LEFT_OUT = /(^|\/)(paraglide|cache)(\/|$)|\.test\.ts$|^src\/(server|cli)\//;

/**
 * @param {string} path from the clone
 * @returns {string[]} files at or below it, sorted
 */
function filesOf(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found || LEFT_OUT.test(path)) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}

/** A digest of names and contents: times of change say nothing after a checkout. */
export function sourcesDigest() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesOf))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

const stamp = join(root, 'build', '.sources');

function builtFrom() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return '';
  }
}

/** Builds the pages unless their sources are those of the last build. */
export async function buildIfChanged() {
  const digest = sourcesDigest();
  if (builtFrom() === digest) return;
  const env = { ...process.env, NODE_ENV: 'production' };
  await runStep('Building the pages', node24, ['node_modules/vite/bin/vite.js', 'build'], env);
  // Last: the build begins by removing its folder, so one that was interrupted has no stamp.
  writeFileSync(stamp, digest);
}
