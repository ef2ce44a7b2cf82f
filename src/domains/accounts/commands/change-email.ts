import { createHash, randomBytes } from 'node:crypto';
import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, type Result } from '#platform/result.ts';
import { sendMail, type Letter } from '#services/mail/index.ts';
import { actedBy, type SignInContext } from '../act-context.ts';
import { emailChangeLetter, emailTakenLetter } from '../letters/email-letters.ts';
import { applyEmailChange, confirmSide, forgetEmailChange, keepEmailChange } from '../store/email-change.ts';
import { personByEmail, personById } from '../store/own-person.ts';
import { endSessions } from '../store/own-sessions.ts';
import { asOwner } from './own-act.ts';
import { refusedFor, refusedFor429 } from './refusals.ts';
import { tellOfChange } from './tell-of-change.ts';

const HOURS = 24;
const newToken = (): string => randomBytes(24).toString('base64url');
const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * Asks both mailboxes to confirm a new address, within a day and in any order. A later wish replaces an earlier one. For an address that
 * somebody has, the answer is the same, and its owner gets a mail that says so.
 */
export async function askForEmailChange(
  ctx: SignInContext,
  { email }: { email: string },
): Promise<Result<null>> {
  const { db, queue, clock, signIn, origin, notice } = ctx;
  const owner = await asOwner(ctx, 'change-email');
  if (!owner.ok) return owner;
  const { person } = owner.value;
  if (email === person.email) return refusedFor('accounts_refused_same_email');
  const wait =
    (await signIn.count(db, 'mailMailbox', email)) ??
    (await signIn.count(db, 'codePerson', String(person.id)));
  if (wait !== null) return refusedFor429(wait);
  const expiresAt = new Date(clock.now().getTime() + HOURS * 3_600_000);
  const [forOld, forNew] = [newToken(), newToken()];
  const frame = { language: person.language, origin, notice };
  return db.transaction().execute(async (trx) => {
    const isTaken = (await personByEmail(trx, email)) !== undefined;
    const send = (to: string, kind: string, letter: Letter, personId?: number) =>
      sendMail(trx, queue, {
        to,
        language: person.language,
        kind,
        ...(personId !== undefined && { personId }),
        letter,
        ...(Object.keys(letter.secrets).length > 0 && { secretsExpireAt: expiresAt }),
      });
    await keepEmailChange(trx, {
      personId: person.id,
      email,
      oldTokenHash: digest(forOld),
      // Nobody holds this one where the address is somebody else's.
      newTokenHash: digest(isTaken ? newToken() : forNew),
      expiresAt,
    });
    await send(person.email, 'email-change', emailChangeLetter(frame, forOld, email), person.id);
    if (isTaken) await send(email, 'email-taken', emailTakenLetter(frame));
    else await send(email, 'email-change', emailChangeLetter(frame, forNew, email), person.id);
    await appendAudit(trx, {
      ...actedBy(ctx),
      act: 'person.ask-for-email-change',
      subject: { kind: 'person', id: person.id },
      before: { email: person.email },
      after: { email },
    });
    return done(null);
  });
}

/**
 * Confirms one side of a change of address by its mailed token, once. When both have, the address changes: links that wait in the old
 * mailbox are void, all other sessions end, and the old mailbox is told. Works from any browser.
 */
export async function confirmEmailChange(
  ctx: SignInContext,
  { token }: { token: string },
): Promise<Result<'changed' | 'one-side'>> {
  const { db, actor, clock, signIn, visit } = ctx;
  const wait = await signIn.count(db, 'linkAddress', visit.clientAddress);
  if (wait !== null) return refusedFor429(wait);
  return db.transaction().execute(async (trx): Promise<Result<'changed' | 'one-side'>> => {
    const change = await confirmSide(trx, digest(token), clock.now());
    const person = change && (await personById(trx, change.personId));
    if (!change || !person) return refusedFor('accounts_refused_link');
    if (!change.isOldConfirmed || !change.isNewConfirmed) return done('one-side');
    await forgetEmailChange(trx, person.id);
    // Somebody may have registered with it meanwhile.
    if (await personByEmail(trx, change.email)) return refusedFor('accounts_refused_link');
    await applyEmailChange(trx, person.id, person.email, change.email);
    await endSessions(trx, person.id, actor.person?.id === person.id ? actor.sessionId : null);
    await tellOfChange(trx, ctx, person, 'email', person.email);
    await appendAudit(trx, {
      act: 'person.change-email',
      subject: { kind: 'person', id: person.id },
      actor: { personId: person.id, name: person.name, role: 'person' },
      at: clock.now(),
      before: { email: person.email },
      after: { email: change.email },
    });
    return done('changed');
  });
}
