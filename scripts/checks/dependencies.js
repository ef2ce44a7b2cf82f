import { jsonOf, textOf } from './files.js';

const most = 45;
const exact = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const list = 'docs/dependencies.md';

/** The package names in the first column of the tables of a Markdown text, with the words of their last column. @param {string} text */
export function reasonsIn(text) {
  /** @type {Map<string, string>} */
  const reasons = new Map();
  for (const line of text.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const name = cells[1]?.match(/^`([^`]+)`$/)?.[1];
    if (name !== undefined) reasons.set(name, cells.at(-2) ?? '');
  }
  return reasons;
}

/** Few dependencies, each with its reason, each at one exact version, from no registry in particular. @param {string} root */
export default function dependencies(root) {
  /** @type {string[]} */
  const problems = [];
  const manifest = jsonOf(root, 'package.json', problems) ?? {};
  const runtime = Object.keys(manifest.dependencies ?? {});
  const development = Object.keys(manifest.devDependencies ?? {});
  if (runtime.length > most) problems.push(`${runtime.length} runtime dependencies, at most ${most}`);
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    if (!exact.test(version)) problems.push(`${name}: "${version}" is not one exact version`);
  }
  const reasons = reasonsIn(textOf(root, list));
  for (const name of runtime) {
    if (!((reasons.get(name)?.length ?? 0) > 10)) problems.push(`${name}: no reason in ${list}`);
  }
  for (const name of reasons.keys()) {
    if (!runtime.includes(name) && !development.includes(name))
      problems.push(`${name}: in ${list}, but not in package.json`);
  }
  const lock = jsonOf(root, 'package-lock.json', problems) ?? {};
  for (const [path, entry] of Object.entries(lock.packages ?? {})) {
    const { resolved } = /** @type {{ resolved?: string }} */ (entry);
    if (resolved !== undefined) problems.push(`package-lock.json: ${path} names a host (${resolved})`);
  }
  return { problems, note: `${runtime.length} of ${most} runtime dependencies` };
}
