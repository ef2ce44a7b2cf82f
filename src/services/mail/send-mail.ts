import type { Database } from '#platform/database/connect.ts';
import { isMailAddress } from '#platform/mail-address.ts';
import type { Queue } from '#platform/queue/queue.ts';
import type { Mail } from './model.ts';

/** The jobs that send one mail. What lets somebody in is waited for: it does not queue behind an announcement to a thousand. */
export const SEND_MAIL = 'send-mail';
export const SEND_MAIL_WITH_LINK = 'send-mail-with-link';

/** Whether the text can stand in one header line. */
const isOneLine = (text: string): boolean => text.trim() !== '' && !/[\p{Cc}\u2028\u2029]/u.test(text);

/**
 * Writes a mail into the outbox and asks for its sending, in the transaction of the change that it tells of: both happen or neither.
 * Returns its number. What a form should have refused is thrown: an address or a subject that is not one line, secrets without end.
 */
export async function sendMail(trx: Database, queue: Queue, mail: Mail): Promise<number> {
  const { to, language, kind, personId, about = [], letter, secretsExpireAt } = mail;
  const hasSecrets = Object.keys(letter.secrets).length > 0;
  if (!isMailAddress(to)) throw new RangeError('A mail needs one address.');
  if (!isOneLine(letter.subject)) throw new RangeError('A mail needs a subject of one line.');
  if (hasSecrets && !secretsExpireAt) throw new RangeError('The secrets of a mail need an end.');
  const { id } = await trx
    .insertInto('outbox')
    .values({
      kind,
      person_id: personId ?? null,
      about: [...about],
      language,
      recipient: to,
      subject: letter.subject,
      body_text: letter.text,
      body_html: letter.html,
      secrets: JSON.stringify(letter.secrets),
      secrets_expire_at: hasSecrets ? (secretsExpireAt ?? null) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await queue.send(trx, hasSecrets ? SEND_MAIL_WITH_LINK : SEND_MAIL, { id }, String(id));
  return id;
}
