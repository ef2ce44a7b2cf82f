import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { node24, root } from './root.js';
import { watchStarter } from './starter.js';

/**
 * Runs `script` with Node 24 in this terminal until it ends, and passes signals on to it. Its channel to us tells it when
 * we are killed, and we watch npm, which started us.
 * @param {string} script
 * @returns {Promise<number>} its exit code
 */
export function runInForeground(script) {
  const child = spawn(node24, [join(root, script)], {
    cwd: root,
    env: { ...process.env, NACRE_ROOT: root },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(name, () => child.kill(name));
  const unwatch = watchStarter(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => {
      unwatch();
      resolve(code ?? 1);
    });
  });
}
