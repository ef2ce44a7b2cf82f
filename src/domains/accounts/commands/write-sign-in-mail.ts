import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Queue } from '#platform/queue/queue.ts';
import type { Language } from '#services/i18n/languages.ts';
import { sendMail, type Letter } from '#services/mail/index.ts';
import { lifetimes, nobodysVisit, type SignIn, type Turn } from '#services/sign-in/index.ts';
import { attemptsLetter } from '../letters/notice-letters.ts';
import {
  beginLetter,
  linkLetter,
  registerLetter,
  resetLetter,
  unknownLetter,
  type LetterFrame,
} from '../letters/sign-in-letters.ts';
import { personByEmail } from '../store/own-person.ts';

export const WRITE_SIGN_IN_MAIL = 'write-sign-in-mail';

/** Who asked for which mail; lies in the queue until it is written, and goes with the job an hour later. */
export interface SignInMailRequest {
  /** `begin`: to go on with something as whoever has the address, registered or not. */
  readonly kind: 'link' | 'register' | 'reset' | 'begin' | 'attempts';
  readonly email: string;
  readonly name?: string | undefined;
  /** Where the person wanted to go: path and query of a page of ours. */
  readonly to?: string | undefined;
  /** Where the button is that uses the link of `begin`: a page of ours, without its language. */
  readonly page?: string | undefined;
  readonly language: Language;
}

export interface WritingContext {
  readonly db: Database;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly signIn: SignIn;
  readonly origin: string;
  readonly notice?: string | undefined;
}

interface Written {
  readonly kind: string;
  readonly letter: Letter;
  /** For how long its link works. */
  readonly minutes?: number;
  readonly personId?: number;
  /** Where it is not that of whoever asked. */
  readonly language?: Language;
}

async function write(
  { trx, newLink, newReset }: Turn,
  request: SignInMailRequest,
  frame: LetterFrame,
): Promise<Written | null> {
  const { kind, email, name, to, page } = request;
  const person = await personByEmail(trx, email);
  if (kind === 'attempts') {
    // Nobody asked for it, so it is in its reader's language; and who has no account is left in peace.
    if (!person) return null;
    const letter = attemptsLetter({ ...frame, language: person.language }, 'password');
    return { kind: 'sign-in-attempts', letter, personId: person.id, language: person.language };
  }
  const minutes = lifetimes.linkMinutes;
  if (kind === 'begin' && page !== undefined) {
    const token = await newLink(email, person ? undefined : name);
    const written = { kind: 'begin', letter: beginLetter(frame, token, page), minutes };
    return person ? { ...written, personId: person.id } : written;
  }
  if (!person && kind === 'register')
    return { kind: 'register', letter: registerLetter(frame, await newLink(email, name), to), minutes };
  // Somebody who has forgotten which address they took must not wait for a mail that never comes.
  if (!person) return { kind: 'nobody-registered', letter: unknownLetter(frame) };
  if (kind === 'reset') {
    const token = await newReset(email);
    if (token === null) throw new Error('The library knows nobody of this address.');
    return {
      kind: 'reset-password',
      letter: resetLetter(frame, token),
      minutes: lifetimes.resetMinutes,
      personId: person.id,
    };
  }
  const token = await newLink(email);
  return {
    kind: 'sign-in-link',
    letter: linkLetter(frame, token, { to, isAlreadyThere: kind === 'register' }),
    minutes,
    personId: person.id,
  };
}

/** Writes the mail that was asked for, or that many wrong passwords gave cause for. What it says depends on whether somebody has the address, and only its owner reads it. */
export async function writeSignInMail(ctx: WritingContext, request: SignInMailRequest): Promise<void> {
  const { db, queue, clock, signIn, origin, notice } = ctx;
  const { email, language } = request;
  await signIn.act(db, nobodysVisit(origin), async (turn) => {
    const written = await write(turn, request, { language, origin, notice });
    if (!written) return;
    const { minutes, ...mail } = written;
    await sendMail(turn.trx, queue, {
      to: email,
      language,
      ...mail,
      ...(minutes !== undefined && { secretsExpireAt: new Date(clock.now().getTime() + minutes * 60_000) }),
    });
  });
}
