import { spawn } from 'node:child_process';
import { root } from './root.js';

/** A step that failed in a way that one line explains. */
export class StepFailure extends Error {}

const HEARTBEAT_MS = 5_000;

/** @param {number} since */
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * The end of what a program said, behind the line that says what to do.
 * @param {string} name @param {string} said
 */
function explain(name, said) {
  if (/ENOSPC|no space left on device/i.test(said))
    return `${name} failed: the disk is full. Free some space and start again.`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(said)) {
    return `${said.slice(-1500).trim()}\n${name} failed: the package registry cannot be reached. Check the network and start again.`;
  }
  return `${said.slice(-3000).trim()}\n${name} failed: see above.`;
}

/**
 * Runs a program as one named step: a line at its begin, one every few seconds, one at its end. What the program says is
 * shown only when it fails.
 * @param {string} name for example "Installing the packages"
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>} rejects with a StepFailure
 */
export function runStep(name, command, args, env) {
  const since = Date.now();
  process.stdout.write(`${name} …\n`);
  const beat = setInterval(() => process.stdout.write(`  ${name} … ${seconds(since)}\n`), HEARTBEAT_MS);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const forward = () => child.kill('SIGTERM');
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (said = (said + chunk).slice(-20_000)));
    const end = (/** @type {StepFailure | undefined} */ failure) => {
      clearInterval(beat);
      process.off('SIGINT', forward).off('SIGTERM', forward);
      if (failure) return reject(failure);
      process.stdout.write(`  done in ${seconds(since)}\n`);
      resolve();
    };
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', (error) => end(new StepFailure(`${name} failed: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (signal === 'SIGTERM' || signal === 'SIGINT') end(new StepFailure(`${name} was interrupted.`));
      else end(code === 0 ? undefined : new StepFailure(explain(name, said)));
    });
  });
}
