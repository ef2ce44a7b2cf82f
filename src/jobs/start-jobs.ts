import type { Config } from '#platform/config/config.ts';
import { connect } from '#platform/database/connect.ts';
import { systemClock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import { appQueue, setAppQueue } from '#platform/queue/queue.ts';
import { startQueue } from '#platform/queue/start-queue.ts';
import { siteSecret } from '#platform/session/secret.ts';
import { documentJobs, typesetter } from '#services/documents/index.ts';
import { mailJobs, mailTransport } from '#services/mail/index.ts';
import { createSignIn, signInJobs, signInKey, type SignIn } from '#services/sign-in/index.ts';
import { accountJobs } from './account-jobs.ts';
import { practiceJobs } from './practice-jobs.ts';
import { peopleJobs } from './people-jobs.ts';

/** A running job gets this long to end when the process is asked to stop; then another process, or the next start, does it anew. */
const PATIENCE_MS = 5000;

/** Starts the queue and all jobs of this process, on connections of their own. */
export async function startJobs(
  url: string,
  config: Config,
  log: Log,
): Promise<{ stop: () => Promise<void> }> {
  const db = connect(url, { max: 2 });
  const setter = typesetter();
  const { mail, origin, notice, translation } = config;
  const transport = mail && mailTransport(mail.server, mail.from);
  let known: SignIn | undefined;
  const signIn = (): SignIn =>
    (known ??= createSignIn({
      db,
      key: signInKey(siteSecret(config, (line) => log.error(line))),
      origin: config.hasOwnOrigin ? origin : undefined,
      clock: systemClock,
      log,
    }));
  const queue = await startQueue(
    url,
    [
      ...documentJobs(db, setter, log),
      ...mailJobs(db, transport, log),
      ...signInJobs(db),
      ...practiceJobs(() => ({
        db,
        queue: appQueue(),
        clock: systemClock,
        log,
        origin,
        notice,
        provider: translation,
      })),
      ...peopleJobs(db),
      ...accountJobs(() => ({
        db,
        queue: appQueue(),
        clock: systemClock,
        signIn: signIn(),
        origin,
        notice,
      })),
    ],
    log,
  );
  setAppQueue(queue);
  return {
    stop: async () => {
      setAppQueue(undefined);
      await queue.stop(PATIENCE_MS);
      setter.stop();
      transport?.close();
      await db.destroy();
    },
  };
}
