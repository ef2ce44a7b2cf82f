import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import { ask, headersFor, keepCookies } from './bridge.ts';
import { attemptKey, countAttempt, limits } from './count-attempt.ts';
import {
  demonstrationKeys,
  demonstrationSecret,
  insertFactor,
  insertPassword,
  type DemonstrationKeys,
} from './equip.ts';
import { tokenOf } from './key.ts';
import { signInLibrary, type LibrarySettings } from './library.ts';
import { pendingCookie, type Answer, type Enrolment, type Entry, type Visit } from './model.ts';
import { base32, recoveryCodes, stepOf } from './one-time-code.ts';
import { keepRecoveryCodes, keepStep, removeFactor, storedFactor } from './second-factor-rows.ts';
import { inTurn, type RunningTurn } from './turn-store.ts';

/** What can be asked of the library inside of an act: everything is in the act's transaction `trx`, and lost with it. */
export interface Turn {
  readonly trx: Database;
  /** Persons who came into being in this act. */
  readonly registered: readonly number[];
  byPassword(email: string, password: string): Promise<Answer<Entry>>;
  /** A token for a link that signs in whoever has the mailbox, and registers who is not there yet. */
  newLink(email: string, name?: string): Promise<string>;
  byLink(token: string): Promise<Answer<Entry>>;
  /** A token for a link that lets a new password be chosen; null where nobody has this address. */
  newReset(email: string): Promise<string | null>;
  /** Ends all sessions. The number of the person whose password it is. */
  resetPassword(token: string, password: string): Promise<Answer<number>>;
  setFirstPassword(password: string): Promise<Answer<unknown>>;
  changePassword(present: string, next: string): Promise<Answer<unknown>>;
  /** A new secret, which counts once a code of it is given. `password` where the person has one. */
  beginEnrolment(password: string | undefined): Promise<Answer<unknown>>;
  /** The first code of a new secret: from now on it is asked for. Makes the session anew. */
  confirmEnrolment(personId: number, code: string): Promise<Answer<unknown>>;
  /** The code that a sign-in waits for. */
  byCode(personId: number, code: string): Promise<Answer<Entry>>;
  byRecoveryCode(code: string): Promise<Answer<Entry>>;
  /** Whether the code is right and was not given before; then it is taken. For acts that ask for it once more. */
  takeCode(personId: number, code: string): Promise<boolean>;
  /** Ten codes that stand in for the app, each once; those of before count no more. */
  newRecoveryCodes(personId: number): Promise<readonly string[]>;
  removeSecondFactor(personId: number): Promise<void>;
  /** What the browser's key is asked, as JSON; the answer comes back as JSON. */
  passkeyQuestion(): Promise<Answer<unknown>>;
  addPasskey(answer: unknown, name: string): Promise<Answer<unknown>>;
  passkeySignInQuestion(): Promise<Answer<unknown>>;
  byPasskey(answer: unknown): Promise<Answer<Entry>>;
}

/** Signing in: the library, bound to this site's database and key. One a process. */
export interface SignIn {
  /** Runs an act; the browser gets its cookies when it has committed. Whoever hashes goes through the gate first. */
  act<T>(db: Database, visit: Visit, work: (turn: Turn) => Promise<T>): Promise<T>;
  /** The token of the session that the cookie's value names; null when it was not signed here. Costs no statement. */
  sessionToken(cookieValue: string): string | null;
  /** Whose sign-in waits for a second factor in this browser. */
  waitingPerson(db: Database, visit: Visit): Promise<number | null>;
  /** The new secret that waits for its first code; null where none does. */
  pendingEnrolment(db: Database, personId: number, email: string): Promise<Enrolment | null>;
  /** What a demonstration account signs in with here. */
  demonstrationKeys(email: string): DemonstrationKeys;
  /** Gives a person who was made by the demonstration these keys. */
  equip(trx: Database, personId: number, email: string, withSecondFactor: boolean): Promise<void>;
  /** Counts an attempt of `whose`; seconds to wait, or null. */
  count(db: Database, what: keyof typeof limits, whose: string): Promise<number | null>;
}

/** Signed by nobody, of nobody's browser: for acts that no request waits for. */
export const nobodysVisit = (origin: string): Visit => ({
  url: new URL(origin),
  userAgent: '',
  clientAddress: '0.0.0.0',
  cookies: { getAll: () => [], set: () => {}, delete: () => {} },
});

interface SignedIn {
  readonly user?: { readonly id: string };
  readonly session?: { readonly userId: string };
  readonly twoFactorRedirect?: boolean;
}

const entered = (answer: Answer<SignedIn>): Answer<Entry> => {
  if (!answer.ok) return answer;
  const id = answer.value.user?.id ?? answer.value.session?.userId;
  if (answer.value.twoFactorRedirect === true || id === undefined)
    return { ok: true, value: { isComplete: false } };
  return { ok: true, value: { isComplete: true, personId: Number(id) } };
};

/** A code that no app shows: the library counts it as a wrong one. */
const NO_CODE = 'used';

export function createSignIn(settings: LibrarySettings & { readonly clock: Clock }): SignIn {
  const { key, clock } = settings;
  const library = signInLibrary(settings);
  const { api } = library;

  async function plainSecret(encrypted: string): Promise<string> {
    const { secretConfig } = await library.$context;
    return symmetricDecrypt({ key: secretConfig, data: encrypted });
  }

  /** The step of a code that has not been taken yet, or null. */
  async function freshStep(trx: Database, personId: number, code: string): Promise<number | null> {
    const factor = await storedFactor(trx, personId);
    if (!factor) return null;
    const step = stepOf(code, await plainSecret(factor.secret), clock.now());
    return step === null || step <= (factor.lastStep ?? -1) ? null : step;
  }

  function turnOf({ trx, tokens, registered, reset, cookies }: RunningTurn, visit: Visit): Turn {
    const headers = headersFor(visit);
    const call = <Value>(endpoint: (input: never) => Promise<unknown>, input: object = {}) =>
      ask<Value>(endpoint, input, headers, cookies);

    async function withCode<Value>(
      personId: number,
      code: string,
      give: (code: string) => Promise<Answer<Value>>,
    ): Promise<Answer<Value>> {
      const step = await freshStep(trx, personId, code);
      const answer = await give(step === null ? NO_CODE : code);
      if (answer.ok && step !== null) await keepStep(trx, personId, step);
      return answer;
    }

    return {
      trx,
      registered,
      byPassword: async (email, password) =>
        entered(await call(api.signInEmail, { body: { email, password } })),
      newLink: async (email, name) => {
        await call(api.signInMagicLink, { body: { email, ...(name !== undefined && { name }) } });
        const made = tokens.findLast(({ kind }) => kind === 'link');
        if (!made) throw new Error('The library made no link.');
        return made.token;
      },
      byLink: async (token) => entered(await call(api.magicLinkVerify, { query: { token } })),
      newReset: async (email) => {
        await call(api.requestPasswordReset, { body: { email } });
        return tokens.findLast(({ kind }) => kind === 'reset')?.token ?? null;
      },
      resetPassword: async (token, newPassword) => {
        const answer = await call(api.resetPassword, { body: { token, newPassword } });
        const personId = reset.at(-1);
        if (!answer.ok) return answer;
        return personId === undefined ? { ok: false, code: 'UNKNOWN' } : { ok: true, value: personId };
      },
      setFirstPassword: (newPassword) => call(api.setPassword, { body: { newPassword } }),
      changePassword: (currentPassword, newPassword) =>
        call(api.changePassword, { body: { currentPassword, newPassword } }),
      beginEnrolment: (password) =>
        call(api.enableTwoFactor, { body: password === undefined ? {} : { password } }),
      confirmEnrolment: (personId, code) =>
        withCode(personId, code, (given) => call(api.verifyTOTP, { body: { code: given } })),
      byCode: async (personId, code) =>
        entered(
          await withCode(personId, code, (given) =>
            call<SignedIn>(api.verifyTOTP, { body: { code: given } }),
          ),
        ),
      byRecoveryCode: async (code) => entered(await call(api.verifyBackupCode, { body: { code } })),
      takeCode: async (personId, code) => {
        const step = await freshStep(trx, personId, code);
        if (step !== null) await keepStep(trx, personId, step);
        return step !== null;
      },
      newRecoveryCodes: async (personId) => {
        const codes = recoveryCodes();
        const { secretConfig } = await library.$context;
        const encrypted = await symmetricEncrypt({ key: secretConfig, data: JSON.stringify(codes) });
        await keepRecoveryCodes(trx, personId, encrypted);
        return codes;
      },
      removeSecondFactor: (personId) => removeFactor(trx, personId),
      passkeyQuestion: () => call(api.generatePasskeyRegistrationOptions, { query: {} }),
      addPasskey: (response, name) => call(api.verifyPasskeyRegistration, { body: { response, name } }),
      passkeySignInQuestion: () => call(api.generatePasskeyAuthenticationOptions),
      byPasskey: async (response) =>
        entered(await call(api.verifyPasskeyAuthentication, { body: { response } })),
    };
  }

  return {
    act: async (db, visit, work) => {
      const { value, cookies } = await inTurn(db, (turn) => work(turnOf(turn, visit)));
      keepCookies(visit, cookies);
      return value;
    },
    sessionToken: (cookieValue) => tokenOf(cookieValue, key),
    waitingPerson: async (db, { cookies }) => {
      const signed = cookies.getAll().find(({ name }) => name === pendingCookie)?.value;
      const identifier = signed === undefined ? null : tokenOf(signed, key);
      if (identifier === null) return null;
      const { value } = await inTurn(db, async () => {
        const { internalAdapter } = await library.$context;
        return internalAdapter.findVerificationValue(identifier);
      });
      return value && value.expiresAt > clock.now() ? Number(value.value) : null;
    },
    pendingEnrolment: async (db, personId, email) => {
      const factor = await storedFactor(db, personId);
      if (!factor || factor.isConfirmed) return null;
      const secret = base32(Buffer.from(await plainSecret(factor.secret)));
      const label = encodeURIComponent(`Nacre:${email}`);
      return { secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=Nacre&digits=6&period=30` };
    },
    demonstrationKeys: (email) => demonstrationKeys(key, email),
    equip: async (trx, personId, email, withSecondFactor) => {
      await insertPassword(trx, personId, demonstrationKeys(key, email).password);
      if (!withSecondFactor) return;
      const { secretConfig } = await library.$context;
      const encrypt = (data: string) => symmetricEncrypt({ key: secretConfig, data });
      await insertFactor(trx, personId, {
        secret: await encrypt(demonstrationSecret(key, email)),
        codes: await encrypt(JSON.stringify(recoveryCodes())),
      });
    },
    count: (db, what, whose) => countAttempt(db, attemptKey(what, whose, key), limits[what]),
  };
}
