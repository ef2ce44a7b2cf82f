import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfChanged } from '../start/build.js';
import { node24, root } from '../start/root.js';
import { forgetReport, tallyOf } from './tally.js';

/** @typedef {import('./tally.js').Tally} Tally */

/** @param {string} script @param {string[]} args @returns {Promise<number | null>} its exit code; what it says is shown as it says it */
function runNode(script, args) {
  return new Promise((resolve) => {
    const child = spawn(node24, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
    const forward = () => child.kill('SIGTERM');
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(code);
    });
  });
}

/** @param {string} script @param {string[]} args @param {string} report @param {(report: any) => Tally} count */
async function runAndCount(script, args, report, count) {
  forgetReport(report);
  return tallyOf(report, await runNode(script, args), count);
}

/** @param {{ ok: boolean }[]} outcomes @returns {Tally} */
const countChecks = (outcomes) => ({
  passed: outcomes.filter(({ ok }) => ok).length,
  failed: outcomes.filter(({ ok }) => !ok).length,
  skipped: 0,
});

/** A test file that could not even be loaded has no test in the report, so it counts itself. @param {any} report @returns {Tally} */
function countVitest(report) {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      file.assertionResults.every((/** @type {any} */ test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A journey that passed only at the second attempt has failed. @param {any} report @returns {Tally} */
const countPlaywright = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
});

/** @type {{ name: string, run: () => Promise<Tally> }[]} */
export const parts = [
  { name: 'checks', run: () => runAndCount('scripts/check.js', [], '.cache/check.json', countChecks) },
  {
    name: 'build',
    run: async () => {
      await buildIfChanged();
      return { passed: 1, failed: 0, skipped: 0 };
    },
  },
  {
    name: 'tests',
    run: () => runAndCount('node_modules/vitest/vitest.mjs', ['run'], '.cache/vitest.json', countVitest),
  },
  {
    name: 'journeys',
    run: () =>
      runAndCount(
        'node_modules/@playwright/test/cli.js',
        ['test'],
        '.cache/playwright.json',
        countPlaywright,
      ),
  },
];
