import type { Database } from '#platform/database/connect.ts';
import type { Log } from '#platform/log.ts';
import type { JobKind } from '#platform/queue/start-queue.ts';
import { deliverMail } from './deliver-mail.ts';
import { ATTEMPT_S, RETRIES } from './limits.ts';
import type { MailTransport } from './mail-transport.ts';
import { PURGE_OUTBOX, purgeOutbox } from './purge-outbox.ts';
import { SEND_MAIL, SEND_MAIL_WITH_LINK } from './send-mail.ts';

/** The jobs of this service, for the queue. Without `transport` mails are kept. */
export function mailJobs(
  db: Database,
  transport: MailTransport | undefined,
  log: Log,
  retries = RETRIES,
): JobKind[] {
  const delivery = { transport, mostAttempts: retries.limit + 1, log };
  const sending = (name: string): JobKind => ({
    name,
    expiresAfter: ATTEMPT_S,
    retries,
    work: (data) => deliverMail(db, Number((data as { id?: unknown }).id), delivery),
  });
  return [
    sending(SEND_MAIL_WITH_LINK),
    sending(SEND_MAIL),
    {
      name: PURGE_OUTBOX,
      expiresAfter: 300,
      schedule: '*/5 * * * *',
      work: async () => void (await purgeOutbox(db)),
    },
  ];
}
