import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log.ts';
import { systemClock } from '#platform/clock.ts';
import { connect, type Database } from '#platform/database/connect.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { attemptKey, countAttempt } from './count-attempt.ts';
import { signInKey } from './key.ts';
import { sessionCookie, type Entry, type Answer } from './model.ts';
import { base32, codeAt, stepAt, stepOf } from './one-time-code.ts';
import { purgeSignIn } from './purge-sign-in.ts';
import { createSignIn, nobodysVisit, type SignIn, type Turn } from './sign-in.ts';
import { Browser } from './testing.ts';

const database = await testDatabase();
const { db } = database;
const key = signInKey('a secret of the tests, not of a site');
const make = (on: Database): SignIn =>
  createSignIn({ db: on, key, origin: undefined, clock: systemClock, log: silentLog });
const signIn = make(db);
const second = connect(database.url, { max: 5 });
const elsewhere = make(second);
afterAll(async () => {
  await second.destroy();
  await database.close();
});

const email = 'inga@kuldiga.example';
const password = 'a quiet harbour in may';
let browser: Browser;
beforeEach(async () => {
  browser = new Browser();
  await db.deleteFrom('verification').execute();
  await db.deleteFrom('person').execute();
});

const act = <T>(work: (turn: Turn) => Promise<T>, from = browser) => signIn.act(db, from.visit(), work);
const link = (to = email, name?: string) =>
  signIn.act(db, nobodysVisit('http://localhost:3000'), (turn) => turn.newLink(to, name));
const enter = async (from = browser): Promise<Answer<Entry>> => {
  const token = await link(email, 'Inga');
  return act((turn) => turn.byLink(token), from);
};
const sessions = () => db.selectFrom('session').selectAll().execute();
const personId = async () => (await db.selectFrom('person').select('id').executeTakeFirstOrThrow()).id;

/** Registers, and enrols an authenticator app; its secret. */
async function enrol(): Promise<Buffer> {
  await enter();
  await act((turn) => turn.beginEnrolment(undefined));
  const id = await personId();
  const { secret } = (await signIn.pendingEnrolment(db, id, email)) ?? { secret: '' };
  const bits = [...secret]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  // A code of the step before: those of the present one are left for the tests.
  const confirmed = await act((turn) => turn.confirmEnrolment(id, codeAt(bytes, stepAt(new Date()) - 1)));
  expect(confirmed.ok).toBe(true);
  return bytes;
}
const now = (secret: Buffer) => codeAt(secret, stepAt(new Date()));

describe('a link', () => {
  it('registers whoever has the mailbox, and nobody before', async () => {
    const token = await link(email, 'Inga');
    expect(await db.selectFrom('person').select('id').execute()).toEqual([]);
    expect(await act((turn) => turn.byLink(token))).toMatchObject({ ok: true, value: { isComplete: true } });
    expect(await db.selectFrom('person').select(['email', 'name', 'email_verified']).execute()).toEqual([
      { email, name: 'Inga', email_verified: true },
    ]);
  });

  it('used ten times at once over two processes makes one session', async () => {
    const token = await link(email, 'Inga');
    const uses = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        (n % 2 ? signIn : elsewhere).act(n % 2 ? db : second, new Browser().visit(), (turn) =>
          turn.byLink(token),
        ),
      ),
    );
    expect(uses.filter((use) => use.status === 'fulfilled' && use.value.ok)).toHaveLength(1);
    expect(await sessions()).toHaveLength(1);
  });

  it('is kept in the table as a digest only', async () => {
    const token = await link();
    const rows = await db.selectFrom('verification').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('asks somebody with a second factor for it, and makes no session before', async () => {
    const secret = await enrol();
    await db.deleteFrom('session').execute();
    const other = new Browser();
    expect(await enter(other)).toEqual({ ok: true, value: { isComplete: false } });
    expect(other.values.has(sessionCookie)).toBe(false);
    expect(await sessions()).toEqual([]);
    const waiting = await signIn.waitingPerson(db, other.visit());
    expect(waiting).toBe(await personId());
    expect(await act((turn) => turn.byCode(waiting ?? 0, '000000'), other)).toEqual({
      ok: false,
      code: 'INVALID_CODE',
    });
    expect(await act((turn) => turn.byCode(waiting ?? 0, now(secret)), other)).toMatchObject({
      value: { isComplete: true },
    });
    const [session] = await sessions();
    expect(session?.second_factor_at).toBeInstanceOf(Date);
  });
});

describe('a password', () => {
  const withPassword = async () => {
    await enter();
    expect((await act((turn) => turn.setFirstPassword(password))).ok).toBe(true);
  };

  it('signs in; another, an unknown address and somebody without one are refused alike', async () => {
    await withPassword();
    const other = new Browser();
    expect(await act((turn) => turn.byPassword(email, password), other)).toMatchObject({
      value: { isComplete: true },
    });
    const wrong = await act((turn) => turn.byPassword(email, `${password}!`));
    expect(wrong).toEqual({ ok: false, code: 'INVALID_EMAIL_OR_PASSWORD' });
    expect(await act((turn) => turn.byPassword('nobody@kuldiga.example', password))).toEqual(wrong);
    await db.deleteFrom('sign_in_method').execute();
    expect(await act((turn) => turn.byPassword(email, password))).toEqual(wrong);
  });

  it('is not there for anybody to set who registers a stranger’s address', async () => {
    const endpoint = await act((turn) => turn.byPassword('stranger@kuldiga.example', password));
    expect(endpoint.ok).toBe(false);
    expect(await db.selectFrom('person').select('id').execute()).toEqual([]);
  });

  it('set anew by a mailed token ends every session, once', async () => {
    await withPassword();
    const token = await act((turn) => turn.newReset(email));
    const next = 'another harbour in june';
    const turns = await Promise.allSettled(
      Array.from({ length: 6 }, () => act((turn) => turn.resetPassword(token ?? '', next), new Browser())),
    );
    expect(turns.filter((turn) => turn.status === 'fulfilled' && turn.value.ok)).toHaveLength(1);
    expect(await sessions()).toEqual([]);
    expect((await act((turn) => turn.byPassword(email, password))).ok).toBe(false);
    expect((await act((turn) => turn.byPassword(email, next))).ok).toBe(true);
  });
});

describe('a code', () => {
  it('counts once, also where two give it at once', async () => {
    const secret = await enrol();
    const code = now(secret);
    const id = await personId();
    const browsers = [new Browser(), new Browser(), new Browser()];
    for (const one of browsers) await enter(one);
    const given = await Promise.all(browsers.map((one) => act((turn) => turn.byCode(id, code), one)));
    expect(given.filter(({ ok }) => ok)).toHaveLength(1);
    expect(given.filter((answer) => !answer.ok && answer.code === 'INVALID_CODE')).toHaveLength(2);
    expect(await act((turn) => turn.takeCode(id, code))).toBe(false);
  });

  it('that is wrong five times ends the sign-in that waits for it', async () => {
    const secret = await enrol();
    const id = await personId();
    const other = new Browser();
    await enter(other);
    for (let n = 0; n < 5; n += 1) await act((turn) => turn.byCode(id, '000000'), other);
    expect(await act((turn) => turn.byCode(id, now(secret)), other)).toEqual({
      ok: false,
      code: 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
    });
  });

  it('of a step belongs to it, one before and one after', () => {
    // RFC 6238, appendix B: the last six of eight digits.
    const secret = '12345678901234567890';
    expect(codeAt(secret, stepAt(new Date('1970-01-01T00:00:59Z')))).toBe('287082');
    expect(codeAt(secret, stepAt(new Date('2005-03-18T01:58:29Z')))).toBe('081804');
    const at = new Date('2005-03-18T01:58:29Z');
    const step = stepAt(at);
    expect([-2, -1, 0, 1, 2].map((n) => stepOf(codeAt(secret, step + n), secret, at))).toEqual([
      null,
      step - 1,
      step,
      step + 1,
      null,
    ]);
    expect(base32(Buffer.from(secret))).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });

  it('of recovery works once', async () => {
    await enrol();
    const id = await personId();
    const codes = await act((turn) => turn.newRecoveryCodes(id));
    const [first = ''] = codes;
    expect(new Set(codes).size).toBe(10);
    for (const isRight of [true, false]) {
      const other = new Browser();
      await enter(other);
      expect((await act((turn) => turn.byRecoveryCode(first), other)).ok).toBe(isRight);
    }
  });
});

describe('an act', () => {
  it('that fails leaves nothing behind, and no cookie', async () => {
    const token = await link(email, 'Inga');
    const failed = act(async (turn) => {
      await turn.byLink(token);
      throw new Error('undone');
    });
    await expect(failed).rejects.toThrow('undone');
    expect(browser.values.size).toBe(0);
    expect(await sessions()).toEqual([]);
    expect(await db.selectFrom('person').select('id').execute()).toEqual([]);
    // The link was not spent either.
    expect((await act((turn) => turn.byLink(token))).ok).toBe(true);
  });

  it('cookies are unseen by scripts, for this host, and encrypted where the page is', async () => {
    await enter();
    expect(browser.options.get(sessionCookie)).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: false,
    });
    const token = await link(email);
    const secure = new Browser('https://nacre.example');
    await signIn.act(db, secure.visit(), (turn) => turn.byLink(token));
    expect(secure.options.get(sessionCookie)).toMatchObject({ secure: true });
  });
});

describe('a session cookie', () => {
  it('names its session; changed by a character, cut or signed otherwise it names none', async () => {
    await enter();
    const value = browser.values.get(sessionCookie) ?? '';
    const [session] = await sessions();
    expect(signIn.sessionToken(value)).toBe(session?.token);
    const [token = '', mac = ''] = value.split('.');
    const forged = [
      token,
      `${token}.`,
      `${value}x`,
      `x${value}`,
      `${token}.${mac.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`,
      `${token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}.${mac}`,
      '',
      '.',
      'x'.repeat(5000),
    ];
    expect(forged.map((one) => signIn.sessionToken(one))).toEqual(forged.map(() => null));
    expect(
      createSignIn({
        db,
        key: signInKey('another'),
        origin: undefined,
        clock: systemClock,
        log: silentLog,
      }).sessionToken(value),
    ).toBeNull();
  });
});

describe('attempts', () => {
  it('are counted once each, over two processes at once', async () => {
    const one = attemptKey('signInMailbox', email, key);
    const waits = await Promise.all(
      Array.from({ length: 30 }, (_, n) => countAttempt(n % 2 ? db : second, one, { most: 10, seconds: 60 })),
    );
    expect(waits.filter((wait) => wait === null)).toHaveLength(10);
    expect(Math.max(...waits.map((wait) => wait ?? 0))).toBeLessThanOrEqual(60);
  });

  it('count a mailbox in any case as one, a home network as one, and name neither', () => {
    expect(attemptKey('signInMailbox', 'INGA@kuldiga.example', key)).toBe(
      attemptKey('signInMailbox', email, key),
    );
    expect(attemptKey('mailAddress', '2001:db8:1:2::9', key)).toBe(
      attemptKey('mailAddress', '2001:db8:1:2:a:b:c:d', key),
    );
    expect(attemptKey('mailAddress', '2001:db8:1:3::9', key)).not.toBe(
      attemptKey('mailAddress', '2001:db8:1:2::9', key),
    );
    expect(attemptKey('mailAddress', '::ffff:192.0.2.1', key)).toBe(
      attemptKey('mailAddress', '192.0.2.1', key),
    );
    expect(attemptKey('signInMailbox', email, key)).not.toContain('inga');
  });
});

describe('the nightly purge', () => {
  it('removes what has run out and leaves the rest', async () => {
    await enter();
    await link();
    const past = new Date(Date.now() - 1000);
    await db.insertInto('attempt').values({ key: 'old', count: 1, window_ends_at: past }).execute();
    await db.insertInto('verification').values({ identifier: 'old', value: '1', expires_at: past }).execute();
    await db
      .insertInto('session')
      .values({ person_id: await personId(), token: 'old', expires_at: past })
      .execute();
    expect(await purgeSignIn(db)).toBe(3);
    expect(await sessions()).toHaveLength(1);
    expect(await db.selectFrom('verification').select('id').execute()).not.toEqual([]);
  });
});
