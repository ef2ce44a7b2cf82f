import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, foldersIn } from './files.js';

const saysNothing = /^(utils?|helpers?|common|managers?|misc|shared)$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const folders = ['src', 'tests', 'scripts', 'bench'];

/** Names of SvelteKit's own, and of the tools: `+page.server`, `[slug]`, `(group)`, `$types`. */
const ofTheFramework = /^(\+[a-z]+(@[a-z()]*)?|\(.+\)|\[+.*\]+|.*\[.+\].*)$/;

/** @param {string} part the name of a file or folder @param {boolean} isFile */
function stem(part, isFile) {
  return isFile ? part.replace(/^\./, '').split('.')[0] : part.split('.')[0];
}

/** Files and folders are kebab-case and say what they hold; every room has its door and its README. @param {string} root */
export default function names(root) {
  /** @type {Set<string>} */
  const problems = new Set();
  const paths = folders.flatMap((folder) => filesIn(root, folder));
  for (const path of paths) {
    const parts = path.split('/');
    parts.forEach((part, place) => {
      const isFile = place === parts.length - 1;
      const name = stem(part, isFile) ?? '';
      const where = parts.slice(0, place + 1).join('/');
      if (saysNothing.test(name))
        problems.add(`${where}: a name that says nothing; name it for what it holds`);
      else if (!kebab.test(name) && !ofTheFramework.test(name) && !['README', 'LICENSE'].includes(name)) {
        problems.add(`${where}: not kebab-case`);
      }
    });
  }
  const rooms = foldersIn(root, 'src/domains');
  for (const room of rooms) {
    for (const file of ['README.md', 'index.ts']) {
      if (!existsSync(join(root, 'src/domains', room, file)))
        problems.add(`src/domains/${room}: has no ${file}`);
    }
  }
  return { problems: [...problems], note: `${paths.length} files, ${rooms.length} rooms` };
}
