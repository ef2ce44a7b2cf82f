import { sql, type RawBuilder, type Updateable } from 'kysely';
import type { Database, Tables } from '#platform/database/connect.ts';
import type { Log } from '#platform/log.ts';
import { Interrupted } from '#platform/queue/interrupted.ts';
import type { MailTransport, OutgoingMail } from './mail-transport.ts';
import { withSecrets, withSecretsInHtml, type Secrets } from './secrets.ts';
import { failureOf } from './smtp-failure.ts';

/** What a mail is sent with. Without `transport` it is kept. */
export interface Delivery {
  readonly transport: MailTransport | undefined;
  /** After so many attempts it is given up. */
  readonly mostAttempts: number;
  readonly log: Log;
}

/**
 * Sends the mail with this number, if it waits; one that is sent, kept, failed, erased or gone is left. Refused for good, it has failed
 * and says why; refused for now, this throws so that the queue tries again. If the process ends after the server took the mail and
 * before that is written down, the mail goes out again, under the same Message-ID.
 */
export async function deliverMail(
  db: Database,
  id: number,
  { transport, mostAttempts, log }: Delivery,
): Promise<void> {
  const waiting = await waitingMail(db, id);
  if (!waiting) return;
  if (!transport) return settle(db, id, { state: 'kept' });
  if (waiting.isTooLate) return settle(db, id, { state: 'failed', last_error: 'Its link had expired.' });

  await change(db, id, { attempts: sql<number>`attempts + 1` });
  try {
    await transport.send(waiting.mail);
  } catch (error) {
    const { isPermanent, reply, code } = failureOf(error);
    if (isPermanent || waiting.attempts + 1 >= mostAttempts) {
      log.error('A mail could not be sent', { id, kind: waiting.kind, code });
      return settle(db, id, { state: 'failed', last_error: reply });
    }
    await change(db, id, { last_error: reply });
    log.warn('A mail was not taken and will be tried again', { id, kind: waiting.kind, code });
    // Not the error itself: it may name the recipient, and the queue writes down what is thrown.
    throw new Interrupted(`Mail ${id} was not taken (${code}).`);
  }
  await settle(db, id, { state: 'sent', sent_at: sql<Date>`now()`, last_error: null });
}

type Columns = Updateable<Tables['outbox']>;
/** New values of columns, or how the database makes them. */
type Change = { readonly [Name in keyof Columns]: Columns[Name] | RawBuilder<NonNullable<Columns[Name]>> };

interface WaitingMail {
  readonly mail: OutgoingMail;
  readonly kind: string;
  readonly attempts: number;
  readonly isTooLate: boolean;
}

async function waitingMail(db: Database, id: number): Promise<WaitingMail | undefined> {
  const row = await db
    .selectFrom('outbox')
    .selectAll()
    .select(sql<boolean>`coalesce(secrets_expire_at <= now(), false)`.as('isTooLate'))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  // The table's own conditions: only what is erased lacks these.
  if (
    !row ||
    row.recipient === null ||
    row.subject === null ||
    row.body_text === null ||
    row.body_html === null
  )
    return undefined;
  const secrets = row.secrets as Secrets;
  return {
    kind: row.kind,
    attempts: row.attempts,
    isTooLate: row.isTooLate,
    mail: {
      messageId: row.message_id,
      writtenAt: row.created_at,
      language: row.language,
      to: row.recipient,
      subject: row.subject,
      text: withSecrets(row.body_text, secrets),
      html: withSecretsInHtml(row.body_html, secrets),
    },
  };
}

/** Only while it waits: one that was erased while it was sent stays erased. */
async function change(db: Database, id: number, to: Change): Promise<void> {
  await db.updateTable('outbox').set(to).where('id', '=', id).where('state', '=', 'waiting').execute();
}

/** Nobody needs the secrets of a mail that is sent or will not be; those of one that is kept are shown until they expire. */
async function settle(db: Database, id: number, to: Change): Promise<void> {
  await change(db, id, to.state === 'kept' ? to : { ...to, secrets: '{}' });
}
