import { filesIn, jsonOf, textOf } from './files.js';

const list = 'scripts/checks/long-files.json';
const isCode = /\.(ts|js|svelte|css|sql)$/;
const isTest = /(\.(test|spec)\.ts$)|^tests\//;
const isMade = new Set(['src/platform/database/schema.ts']);
// A migration that has run is never edited, so its length is not ours to change.
const folders = ['src', 'tests', 'scripts', 'bench'];

/** A long file does too much. The list of those that may be long gives a reason for each and can only shrink. @param {string} root */
export default function fileLengths(root) {
  /** @type {string[]} */
  const problems = [];
  /** @type {Record<string, { lines: number, reason: string }>} */
  const allowed = jsonOf(root, list, problems) ?? {};
  const lengths = new Map(
    folders
      .flatMap((folder) => filesIn(root, folder))
      .filter((path) => isCode.test(path) && !isMade.has(path))
      .map((path) => [path, textOf(root, path).trimEnd().split('\n').length]),
  );
  for (const [path, lines] of lengths) {
    const limit = isTest.test(path) ? 500 : 300;
    const entry = allowed[path];
    if (entry === undefined) {
      if (lines > limit) problems.push(`${path}: ${lines} lines, at most ${limit}`);
    } else if (lines <= limit) {
      problems.push(`${path}: ${lines} lines now, remove its entry from ${list}`);
    } else if (lines > entry.lines) {
      problems.push(`${path}: ${lines} lines, and its entry in ${list} allows ${entry.lines}`);
    }
  }
  for (const [path, entry] of Object.entries(allowed)) {
    if (!lengths.has(path)) problems.push(`${path}: is no file any more, remove its entry from ${list}`);
    if (!entry.reason?.trim()) problems.push(`${path}: its entry in ${list} gives no reason`);
  }
  const sorted = [...lengths].filter(([path]) => path.startsWith('src/')).map(([, lines]) => lines);
  sorted.sort((a, b) => a - b);
  return {
    problems,
    note: `${lengths.size} files, median in src ${sorted[Math.floor(sorted.length / 2)] ?? 0} lines`,
  };
}
