import { filesIn, textOf } from './files.js';

// Named by itself (`m.award_round`), or as a text, as the reasons of a refusal are (`{ key: 'award_late' }`).
const use = /\bm\s*\.\s*(\w+)|(['"`])([a-z]\w*)\2/g;

/** Every message key that the code under src/ names, and some words more; tests do not count. @param {string} root @returns {Set<string>} */
export function usedKeys(root) {
  const files = filesIn(root, 'src').filter((path) => /\.(?:ts|js|svelte)$/.test(path));
  const code = files.filter((path) => !/\.test\.ts$/.test(path)).map((path) => textOf(root, path));
  return new Set(
    code.flatMap((text) => [...text.matchAll(use)].map(([, named, , quoted]) => String(named ?? quoted))),
  );
}
