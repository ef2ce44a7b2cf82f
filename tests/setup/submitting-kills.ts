import { setTimeout as sleep } from 'node:timers/promises';
import { kill, processTree } from '../../bench/kill-tree.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { runningDatabase } from '../../src/platform/database/embedded/running.ts';
import { newDataFolder, removeDataFolder } from './data-folder.ts';
import { testMailServer } from './mail-server.ts';
import { freePort, startNacre, type NacreProcess } from './nacre-process.ts';
import { signedIn } from './signed-in.ts';
import { lookAtMails, lookAtSubmissions, mailsWaiting } from './submissions-kept.ts';
import { submittingWriter } from './submitting-writers.ts';

const WRITERS = 8;
/** Accounts of each writer. */
const ACCOUNTS = 24;
const secret = 'a-secret-of-the-tests-and-of-no-site';

/** What came of it: `wrongs` in words, none when everything that was acknowledged is there, once. */
export interface KillsReport {
  readonly kills: number;
  readonly wrongs: readonly string[];
  readonly drafts: number;
  readonly submitted: number;
  readonly posts: number;
  readonly broken: number;
  readonly twice: number;
  readonly entries: number;
  readonly mails: number;
  readonly mailsAgain: number;
  /** Whose job died with its process and is taken up again when its time is over. */
  readonly mailsWaiting: number;
  readonly slowestStartMs: number;
}

/**
 * Runs the built site with its embedded database and a mail server, lets eight writers hand drafts in over HTTP, and kills the whole
 * process tree, and every third time Nacre alone, at a random moment within `withinMs`, so many times; looks after each.
 */
export async function submittingKills(
  kills: number,
  {
    withinMs,
    mailsWithinMs,
    say = () => {},
  }: { withinMs: number; mailsWithinMs: number; say?: (line: string) => void },
): Promise<KillsReport> {
  const dataFolder = await newDataFolder();
  const mailbox = await testMailServer();
  const port = await freePort();
  const settings = {
    PORT: String(port),
    NACRE_DATA: dataFolder,
    NACRE_SECRET: secret,
    NACRE_DEMO: 'off',
    SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
    MAIL_FROM: 'Nacre <nacre@town.example>',
    HOST: '127.0.0.1',
  };
  let isOver = false;
  let slowestStartMs = 0;
  let isUp = Promise.withResolvers<void>();
  let running: NacreProcess | undefined;

  async function start(): Promise<void> {
    const since = Date.now();
    const nacre = startNacre('server.js', settings);
    running = nacre;
    if (!(await nacre.ready(90_000)))
      throw new Error(`It did not come up again:\n${nacre.said().slice(-2000)}`);
    slowestStartMs = Math.max(slowestStartMs, Date.now() - since);
    isUp.resolve();
  }
  const database = async () => connect((await runningDatabase(dataFolder)) ?? '', { max: 2 });

  await start();
  const db = await database();
  const site = { origin: `http://127.0.0.1:${port}`, up: () => isUp.promise, isOver: () => isOver };
  const writers: ReturnType<typeof submittingWriter>[] = [];
  for (let n = 0; n < WRITERS; n++) {
    const cookies: string[] = [];
    for (let account = 0; account < ACCOUNTS; account++) {
      const name = `Writer ${'abcdefgh'[n]}${'abcdefghijklmnopqrstuvwx'[account]}`;
      cookies.push((await signedIn(db, secret, name)).cookie);
    }
    writers.push(submittingWriter(site, n, cookies));
  }
  await db.destroy();
  const writing = Promise.all(writers.map((writer) => writer.write()));
  // It is waited for below; until then a failure must not end the process without a word.
  writing.catch(() => undefined);
  const told = () => writers.flatMap((writer) => [...writer.told]);

  const wrongs: string[] = [];
  try {
    for (let round = 0; round < kills; round++) {
      await sleep(200 + Math.random() * withinMs);
      isUp = Promise.withResolvers<void>();
      const pid = running?.child.pid ?? 0;
      kill(round % 3 === 2 ? [pid] : processTree(pid));
      await running?.ended;
      await start();
      say(`kill ${round + 1}: ${told().filter(({ isSubmitted }) => isSubmitted).length} handed in`);
    }
    await sleep(500);
    isOver = true;
    isUp.resolve();
    await writing;

    const after = await database();
    try {
      const until = Date.now() + mailsWithinMs;
      while ((await mailsWaiting(after)).waiting > 0 && Date.now() < until) await sleep(250);
      const { waiting, jobless } = await mailsWaiting(after);
      if (jobless > 0) wrongs.push(`${jobless} mails wait for no job`);
      const kept = await lookAtSubmissions(after, told());
      const mails = await lookAtMails(
        after,
        mailbox.arrived.map(({ messageId }) => messageId),
      );
      wrongs.push(...kept.wrongs);
      if (mails.lost > 0) wrongs.push(`${mails.lost} mails are said to be sent and never arrived`);
      if (mails.foreign > 0) wrongs.push(`${mails.foreign} mails arrived that nobody promised`);
      const sum = (of: (counts: (typeof writers)[number]['counts']) => number): number =>
        writers.reduce((total, writer) => total + of(writer.counts), 0);
      return {
        kills,
        wrongs,
        drafts: kept.drafts,
        submitted: kept.submitted,
        posts: sum(({ posts }) => posts),
        broken: sum(({ broken }) => broken),
        twice: sum(({ twice }) => twice),
        entries: kept.entries,
        mails: mails.mails,
        mailsAgain: mails.again,
        mailsWaiting: waiting,
        slowestStartMs,
      };
    } finally {
      await after.destroy();
    }
  } finally {
    isOver = true;
    isUp.resolve();
    running?.child.kill('SIGTERM');
    await running?.ended;
    await mailbox.close();
    await removeDataFolder(dataFolder);
  }
}
