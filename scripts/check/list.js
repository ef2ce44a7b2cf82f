import dependencies from '../checks/dependencies.js';
import fileLengths from '../checks/file-lengths.js';
import licences from '../checks/licences.js';
import messages from '../checks/messages.js';
import names from '../checks/names.js';
import seed from '../checks/seed.js';

/** @typedef {import('./run.js').OwnCheck} OwnCheck */
/** @typedef {import('./run.js').ToolCheck} ToolCheck */

/** @type {OwnCheck[]} Our own, of some milliseconds each. */
export const ownChecks = [
  { name: 'file-lengths', check: fileLengths },
  { name: 'names', check: names },
  { name: 'messages', check: messages },
  { name: 'seed', check: seed },
  { name: 'dependencies', check: dependencies },
  { name: 'licences', check: licences },
];

/** @type {ToolCheck[]} What the tools need to be there. */
export const preparations = [
  { name: 'messages-code', script: 'scripts/compile-messages.js', args: [] },
  { name: 'route-types', script: 'node_modules/@sveltejs/kit/svelte-kit.js', args: ['sync'] },
];

/** @type {ToolCheck[]} The longest first, so that the short ones fill the second core beside it. */
export const toolChecks = [
  {
    name: 'types',
    script: 'node_modules/svelte-check/bin/svelte-check',
    args: ['--tsconfig', 'tsconfig.json', '--output', 'human', '--fail-on-warnings'],
  },
  { name: 'lint', script: 'node_modules/eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  {
    name: 'format',
    script: 'node_modules/prettier/bin/prettier.cjs',
    args: [
      '--check',
      '.',
      '--log-level',
      'warn',
      '--cache',
      '--cache-strategy',
      'content',
      '--cache-location',
      '.cache/prettier',
    ],
  },
  {
    name: 'fences',
    script: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['--config', '.dependency-cruiser.js', '--output-type', 'err', 'src'],
  },
];
