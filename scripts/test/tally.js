import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/root.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @param {Tally[]} tallies @returns {Tally} */
export const total = (tallies) =>
  tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** @param {Tally} tally */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** The report of an earlier run must not be read as that of this one. @param {string} path */
export const forgetReport = (path) => rmSync(join(root, path), { force: true });

/**
 * What a program's report counts. A program that failed without a failed test (an error outside of any, no report, no
 * test at all) counts as one failure.
 * @param {string} path @param {number | null} exitCode @param {(report: any) => Tally} count @returns {Tally}
 */
export function tallyOf(path, exitCode, count) {
  /** @type {Tally} */
  let tally = { passed: 0, failed: 0, skipped: 0 };
  let hasReport = true;
  try {
    tally = count(JSON.parse(readFileSync(join(root, path), 'utf8')));
  } catch (error) {
    process.stdout.write(`   no report in ${path}: ${/** @type {Error} */ (error).message}\n`);
    hasReport = false;
  }
  const ranNothing = tally.passed + tally.skipped === 0;
  const isSilent = tally.failed === 0 && (exitCode !== 0 || !hasReport || ranNothing);
  return isSilent ? { ...tally, failed: 1 } : tally;
}
