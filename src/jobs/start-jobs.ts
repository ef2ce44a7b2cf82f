import type { Config } from '#platform/config/config.ts';
import { connect } from '#platform/database/connect.ts';
import type { Log } from '#platform/log.ts';
import { setAppQueue } from '#platform/queue/queue.ts';
import { startQueue } from '#platform/queue/start-queue.ts';
import { documentJobs, typesetter } from '#services/documents/index.ts';
import { mailJobs, mailTransport } from '#services/mail/index.ts';

/** A running job gets this long to end when the process is asked to stop; then another process, or the next start, does it anew. */
const PATIENCE_MS = 5000;

/** Starts the queue and all jobs of this process, on connections of their own. */
export async function startJobs(
  url: string,
  { mail }: Pick<Config, 'mail'>,
  log: Log,
): Promise<{ stop: () => Promise<void> }> {
  const db = connect(url, { max: 2 });
  const setter = typesetter();
  const transport = mail && mailTransport(mail.server, mail.from);
  const queue = await startQueue(
    url,
    [...documentJobs(db, setter, log), ...mailJobs(db, transport, log)],
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
