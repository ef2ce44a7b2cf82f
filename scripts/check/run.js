import { spawn } from 'node:child_process';
import { node24, root } from '../start/root.js';

/** @typedef {{ name: string, check: (root: string) => { problems: string[], note: string } }} OwnCheck */
/** @typedef {{ name: string, script: string, args: string[] }} ToolCheck */
/** @typedef {{ name: string, ok: boolean, milliseconds: number, note: string, said: string }} Outcome */

const mostShown = 40;

/** One of our own checks; one that breaks has failed. @param {OwnCheck} own @returns {Promise<Outcome>} */
export async function runOwn({ name, check }) {
  const began = performance.now();
  const { problems, note } = await attempt(check);
  const shown = problems.slice(0, mostShown);
  if (problems.length > shown.length) shown.push(`… and ${problems.length - shown.length} more`);
  const ok = problems.length === 0;
  return {
    name,
    ok,
    milliseconds: performance.now() - began,
    note: ok ? note : `${problems.length} problems`,
    said: shown.join('\n'),
  };
}

/** @param {OwnCheck['check']} check */
async function attempt(check) {
  try {
    return await check(root);
  } catch (error) {
    return { problems: [`${/** @type {Error} */ (error).stack}`], note: '' };
  }
}

/** A tool of node_modules on our own Node. @param {ToolCheck} tool @returns {Promise<Outcome>} */
export function runTool({ name, script, args }) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(node24, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (/** @type {Buffer} */ chunk) => (said += chunk));
    const end = (/** @type {boolean} */ ok, /** @type {string} */ note) => {
      resolve({ name, ok, milliseconds: performance.now() - began, note, said });
    };
    child.on('error', (error) => end(false, error.message));
    child.on('close', (code, signal) =>
      end(code === 0, code === 0 ? '' : signal ? `stopped by ${signal}` : `exit code ${code}`),
    );
  });
}
