import { rm, writeFile } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { summary, tallyOf, total, type Tally } from '../../scripts/test/tally.js';

const report = '.cache/tally-test.json';
const count = (read: Tally): Tally => read;

async function tally(content: string | undefined, exitCode: number | null): Promise<string> {
  if (content !== undefined) await writeFile(report, content);
  onTestFinished(() => rm(report, { force: true }));
  return summary(tallyOf(report, exitCode, count));
}

it('the last line names skips only where there are some', () => {
  expect(summary({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(
    summary(
      total([
        { passed: 1, failed: 1, skipped: 2 },
        { passed: 1, failed: 0, skipped: 0 },
      ]),
    ),
  ).toBe('2 passed, 1 failed, 2 skipped');
});

it.each([
  ['that crashed after its tests', '{"passed":3,"failed":0,"skipped":0}', 1, '3 passed, 1 failed'],
  ['that was killed', '{"passed":3,"failed":0,"skipped":0}', null, '3 passed, 1 failed'],
  ['that ran nothing', '{"passed":0,"failed":0,"skipped":0}', 0, '0 passed, 1 failed'],
  ['without a report', undefined, 0, '0 passed, 1 failed'],
  ['with half a report', '{"passed":', 0, '0 passed, 1 failed'],
  ['that failed as it says', '{"passed":3,"failed":2,"skipped":1}', 1, '3 passed, 2 failed, 1 skipped'],
  ['that passed', '{"passed":3,"failed":0,"skipped":0}', 0, '3 passed, 0 failed'],
])('a part %s counts so', async (_name, content, exitCode, expected) => {
  expect(await tally(content, exitCode)).toBe(expected);
});
