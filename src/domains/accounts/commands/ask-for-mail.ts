import { randomUUID } from 'node:crypto';
import { done, type Result } from '#platform/result.ts';
import type { SignInContext } from '../act-context.ts';
import { refusedFor429 } from './refusals.ts';
import { WRITE_SIGN_IN_MAIL, type SignInMailRequest } from './write-sign-in-mail.ts';

export type AskedMail = Omit<SignInMailRequest, 'language'>;

/**
 * Asks for a mail with a link: to sign in, to register, to choose a new password. Does the same for every address, known or not: only a
 * job, which nobody waits for, looks whether somebody has it.
 */
export async function askForMail(ctx: SignInContext, asked: AskedMail): Promise<Result<null>> {
  const { db, queue, signIn, visit, language } = ctx;
  const wait =
    (await signIn.count(db, 'mailAddress', visit.clientAddress)) ??
    (await signIn.count(db, 'mailMailbox', asked.email));
  if (wait !== null) return refusedFor429(wait);
  const request: SignInMailRequest = { ...asked, language };
  await db.transaction().execute((trx) => queue.send(trx, WRITE_SIGN_IN_MAIL, request, randomUUID()));
  return done(null);
}
