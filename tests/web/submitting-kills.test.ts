import { expect, test } from 'vitest';
import { submittingKills } from '../setup/submitting-kills.ts';
import { ensureBuild } from './ensure-build.ts';

// The long run is `npm run bench:submitting`, which kills fifty times.
test('a site killed while eight writers hand drafts in keeps all that they were told, once, with one mail each', async () => {
  await ensureBuild();
  const report = await submittingKills(3, { withinMs: 2000, mailsWithinMs: 20_000 });
  expect(report.wrongs).toEqual([]);
  expect(report.submitted).toBeGreaterThan(0);
  expect(report.mails).toBe(report.submitted);
}, 300_000);
