import { randomUUID } from 'node:crypto';
import type { Database } from '#platform/database/connect.ts';
import { sendMail } from '#services/mail/index.ts';
import type { SignInContext } from '../act-context.ts';
import { attemptsLetter } from '../letters/notice-letters.ts';
import type { PersonRow } from '../store/own-person.ts';
import { WRITE_SIGN_IN_MAIL, type SignInMailRequest } from './write-sign-in-mail.ts';

type Warning = Pick<SignInContext, 'db' | 'queue' | 'signIn' | 'language'>;

/**
 * Has the owner of a mailbox told, once a day, that its passwords are being guessed. The same work whether anybody has the address: only
 * the job looks.
 */
export async function warnOfAttempts({ db, queue, signIn, language }: Warning, email: string): Promise<void> {
  if ((await signIn.count(db, 'warningMailbox', email)) !== null) return;
  const request: SignInMailRequest = { kind: 'attempts', email, language };
  await db.transaction().execute((trx) => queue.send(trx, WRITE_SIGN_IN_MAIL, request, randomUUID()));
}

/** Tells a person, once a day and in the transaction given, of the third wrong code that followed a right password or link. */
export async function warnOfWrongCodes(
  trx: Database,
  ctx: Pick<SignInContext, 'db' | 'queue' | 'signIn' | 'origin' | 'notice'>,
  { id, email, language }: PersonRow,
): Promise<void> {
  if ((await ctx.signIn.count(ctx.db, 'wrongCodes', String(id))) === null) return;
  if ((await ctx.signIn.count(ctx.db, 'warningMailbox', email)) !== null) return;
  await sendMail(trx, ctx.queue, {
    to: email,
    language,
    kind: 'sign-in-attempts',
    personId: id,
    letter: attemptsLetter({ language, origin: ctx.origin, notice: ctx.notice }, 'code'),
  });
}
