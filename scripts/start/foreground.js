import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { node24, root } from './root.js';

/**
 * Runs `script` with Node 24 in this terminal until it ends, and passes signals on to it. Its channel to us tells it when
 * we are killed; when npm, which started us, is killed, we notice that our parent has changed.
 * @param {string} script
 * @returns {Promise<number>} its exit code
 */
export function runInForeground(script) {
  const child = spawn(node24, [join(root, script)], {
    cwd: root,
    env: { ...process.env, NACRE_ROOT: root },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, () => child.kill(name));
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env['npm_lifecycle_event'] && process.ppid !== parent) child.kill('SIGTERM');
  }, 1000);
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => {
      clearInterval(watch);
      resolve(code ?? 1);
    });
  });
}
