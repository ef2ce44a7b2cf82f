// `npm test`: checks, build, tests and journeys, from a fresh clone. Plain JavaScript without dependencies: the machine's
// own Node 20 runs it before anything is installed. The last line counts every test of every part.
import { installDebianTools } from './test/debian-tools.js';
import { parts } from './test/parts.js';
import { summary, total } from './test/tally.js';
import { installIfNeeded } from './start/install.js';
import { StepFailure } from './start/step.js';

/** @typedef {import('./test/tally.js').Tally} Tally */

// The whole matrix of journeys and views (playwright.config.ts).
if (process.argv.includes('--full')) process.env['NACRE_FULL'] = '1';

/** @type {Tally[]} */
const tallies = [];

try {
  await installIfNeeded();
  tallies.push(await installDebianTools());
  for (const { name, run } of parts) {
    process.stdout.write(`\n── ${name}\n`);
    const tally = await run();
    process.stdout.write(`   ${name}: ${summary(tally)}\n`);
    tallies.push(tally);
  }
} catch (error) {
  tallies.push({ passed: 0, failed: 1, skipped: 0 });
  process.stdout.write(
    `${error instanceof StepFailure ? error.message : /** @type {Error} */ (error).stack}\n`,
  );
}

const all = total(tallies);
process.stdout.write(`\n${summary(all)}\n`);
process.exitCode = all.failed > 0 || all.passed === 0 ? 1 : 0;
