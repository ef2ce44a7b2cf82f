// `npm start` and `npm run dev`: from a fresh clone to the page. Plain JavaScript without dependencies, for the machine's own
// Node 20 runs it before anything is installed.
import { hasWrongPort, isPortTaken } from './start/port.js';
import { buildIfChanged } from './start/build.js';
import { installIfNeeded } from './start/install.js';
import { runInForeground } from './start/foreground.js';
import { StepFailure } from './start/step.js';

const isDev = process.argv.includes('--dev');

try {
  // First of all, so that nobody waits for an installation to learn it. A wrong PORT is named by the server's own check.
  const port = Number(process.env['PORT']?.trim() || 3000);
  if (!hasWrongPort(port) && (await isPortTaken(port))) {
    throw new StepFailure(
      `Port ${port} is already in use: stop the program that uses it, or choose another port with PORT=${port < 65_535 ? port + 1 : 3001} npm start.`,
    );
  }
  await installIfNeeded();
  if (!isDev) await buildIfChanged();
  process.exitCode = await runInForeground(isDev ? 'src/server/dev.ts' : 'server.js');
} catch (error) {
  if (!(error instanceof StepFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
