import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, type Result } from '#platform/result.ts';
import type { Answer, Entry, Turn } from '#services/sign-in/index.ts';
import type { SignInContext } from '../act-context.ts';
import { personById, setPersonLanguage } from '../store/own-person.ts';
import { endSession } from '../store/own-sessions.ts';
import { refusedFor } from './refusals.ts';

/** How far somebody has come, and whether they are new here. */
export type Entered = 'signed-in' | 'registered' | 'second-factor';
export type EntryWay = 'password' | 'link' | 'code' | 'recovery-code' | 'passkey';

/** The session that this browser had ends: whoever signs in anew would otherwise leave it open in the list. Not before: a slip ends nothing. */
async function leaveOldSession(trx: Database, { actor }: SignInContext): Promise<void> {
  if (actor.person && actor.sessionId !== null) await endSession(trx, actor.person.id, actor.sessionId);
}

/** The refusals of the library that a person can do something about; the rest is one answer, whatever was wrong. */
const refusals: Readonly<Record<string, string>> = {
  INVALID_CODE: 'accounts_refused_code',
  INVALID_BACKUP_CODE: 'accounts_refused_recovery',
  ACCOUNT_TEMPORARILY_LOCKED: 'accounts_refused_locked',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'accounts_refused_start_again',
  INVALID_TWO_FACTOR_COOKIE: 'accounts_refused_start_again',
};

/** Ends an act of signing in: the audit line of a session that began, or the reason why none did. */
export async function finishEntry(
  { trx, registered }: Turn,
  ctx: SignInContext,
  answer: Answer<Entry>,
  by: EntryWay,
  otherwise: string,
): Promise<Result<Entered>> {
  if (!answer.ok) return refusedFor(refusals[answer.code] ?? otherwise);
  await leaveOldSession(trx, ctx);
  if (!answer.value.isComplete) return done('second-factor');
  const { personId } = answer.value;
  const isNew = registered.includes(personId);
  if (isNew) await setPersonLanguage(trx, personId, ctx.language);
  const person = await personById(trx, personId);
  await appendAudit(trx, {
    act: isNew ? 'person.register' : 'person.sign-in',
    subject: { kind: 'person', id: personId },
    actor: { personId, name: person?.name ?? null, role: 'person' },
    after: { by },
    at: ctx.clock.now(),
  });
  return done(isNew ? 'registered' : 'signed-in');
}
