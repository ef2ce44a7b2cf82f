// `node bench/submitting-kills.ts [50]`: SIGKILL of the running site while eight writers hand drafts in over HTTP, so many times; then
// everything that a writer was told must be there, once, with one mail each. Needs a build (npx vite build).
import { ATTEMPT_S } from '../src/services/mail/limits.ts';
import { submittingKills } from '../tests/setup/submitting-kills.ts';

const report = await submittingKills(Number(process.argv[2] ?? 50), {
  withinMs: 4000,
  // A job that was running when its process died is taken up again when its time is over.
  mailsWithinMs: (ATTEMPT_S + 120) * 1000,
  say: (line) => void process.stdout.write(`${line}\n`),
});
for (const wrong of report.wrongs) process.stdout.write(`  ${wrong}\n`);
const {
  kills,
  drafts,
  submitted,
  posts,
  broken,
  twice,
  entries,
  mails,
  mailsAgain,
  mailsWaiting,
  slowestStartMs,
} = report;
process.stdout.write(
  `submitting-kills: ${report.wrongs.length} wrongs after ${kills} SIGKILLs; ${posts} posts (${broken} without an answer, ${twice} pressed twice), ` +
    `${drafts} drafts, ${submitted} handed in, ${entries} log entries verified, ${mails} mails, ${mailsAgain} came again with the same Message-ID, ${mailsWaiting} still wait; ` +
    `slowest start ${slowestStartMs} ms\n`,
);
process.exitCode = report.wrongs.length === 0 && mailsWaiting === 0 ? 0 : 1;
