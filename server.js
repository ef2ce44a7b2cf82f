// The server's entry, for `npm start` and for plain `node server.js` after a build. Plain JavaScript: it must run on the
// machine's own Node to find a newer one, or to say in one line that there is none.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
process.env['NACRE_ROOT'] = root;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
/** Runs TypeScript by stripping types, without a flag. */
const isNewEnough = major > 22 || (major === 22 && minor >= 18);

if (isNewEnough) {
  await import('./src/server/main.ts');
} else {
  const newer = join(root, 'node_modules/node/bin/node');
  if (existsSync(newer)) {
    // The channel tells the child when this process is killed: it then stops too, instead of keeping the port.
    const child = spawn(newer, [fileURLToPath(import.meta.url)], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(name, () => child.kill(name));
    process.on('disconnect', () => child.kill('SIGTERM'));
    child.on('exit', (code) => process.exit(code ?? 1));
  } else {
    process.stderr.write(
      `Nacre needs Node 22.18 or newer, and this is ${process.versions.node}: run npm ci, which brings one along.\n`,
    );
    process.exitCode = 1;
  }
}
