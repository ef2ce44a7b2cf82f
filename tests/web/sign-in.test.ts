import { beforeEach, describe, expect, it } from 'vitest';
import { FormReader, mailTo } from './form-reader.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp({
  NACRE_SECRET: 'a-secret-of-the-tests-and-of-no-site',
  TRUST_PROXY: 'on',
});
const password = 'a quiet harbour in may';

let people = 0;
let reader: FormReader;
let email: string;
beforeEach(() => {
  people += 1;
  email = `inga${people}@kuldiga.example`;
  reader = new FormReader(app, `192.0.2.${people}`);
});

async function register(language = 'en', name = 'Inga Bērziņa', from = reader): Promise<void> {
  await from.open(`/${language}/register`);
  const [button = ''] = from.page.querySelectorAll('main form button').map(({ text }) => text.trim());
  await from.press(button, { name, email });
  const { link } = await mailTo(app, email);
  await from.open(link);
  const [enter = ''] = from.page.querySelectorAll('main form button').map(({ text }) => text.trim());
  await from.press(enter);
}

const acts = async () =>
  (await app.db.selectFrom('audit_pending').select('act').execute())
    .concat(await app.db.selectFrom('audit_entry').select('act').execute())
    .map(({ act }) => act);

describe('somebody new, without JavaScript', () => {
  it('registers in her language by a mailed link, and the header then knows her', async () => {
    await reader.open('/lv/register');
    await reader.press('Reģistrēties', { name: '  Inga   Bērziņa ', email: email.toUpperCase() });
    expect(reader.heading).toBe('Ieskatieties savā e-pastā');
    const mail = await mailTo(app, email);
    expect(mail).toMatchObject({ kind: 'register', language: 'lv' });
    expect(mail.text).not.toContain(mail.link);
    // Opening the link, as programs that look through mails do, acts on nothing.
    for (let n = 0; n < 3; n += 1) await new FormReader(app).open(mail.link);
    expect(await app.db.selectFrom('person').select('id').where('email', '=', email).execute()).toEqual([]);

    await reader.open(mail.link);
    expect(reader.answer?.headers['cache-control']).toBe('private, no-store');
    await reader.press('Pieslēgties');
    const person = await app.db
      .selectFrom('person')
      .selectAll()
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    expect(person).toMatchObject({ name: 'Inga Bērziņa', language: 'lv', email_verified: true });
    await reader.open('/lv/practices');
    expect(reader.page.querySelector('header')?.text).toContain('Inga Bērziņa');
    expect(reader.answer?.headers['cache-control']).toBe('private, no-store');
    expect(await acts()).toContain('person.register');
  });

  it('meets the same page of the cache as every other visitor before', async () => {
    const [one, two] = [await app.ask('/en/about'), await app.ask('/en/about')];
    expect(two.text).toBe(one.text);
    expect(one.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(one.text).toContain('Sign in');
    await register();
    await reader.open('/en/about');
    expect(reader.page.querySelector('header')?.text).toContain('Sign out');
    expect((await app.ask('/en/about')).text).toBe(one.text);
  });

  it('is told beside each field what is wrong, and keeps what she typed', async () => {
    await reader.open('/en/register');
    await reader.press('Register', { name: ' ', email: 'inga at kuldiga' });
    expect(reader.answer?.status).toBe(400);
    expect(reader.problems).toEqual(['Enter your name.', 'Enter an e-mail address, like name@town.example.']);
    for (const link of reader.page.querySelectorAll('[role=alert] a'))
      expect(reader.page.querySelector(link.getAttribute('href') ?? '')?.getAttribute('aria-invalid')).toBe(
        'true',
      );
    expect(reader.page.querySelector('#email')?.getAttribute('value')).toBe('inga at kuldiga');
    expect(reader.page.querySelector('title')?.text).toMatch(/^Error: /);
  });
});

describe('signing in', () => {
  it('ends with signing out, and the cookie of before opens nothing', async () => {
    await register();
    const stolen = new Map(reader.cookies);
    await reader.open('/en/sign-out');
    await reader.press('Sign out');
    expect(reader.page.querySelector('header')?.text).toContain('Sign in');
    const thief = new FormReader(app);
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    await thief.open('/en/about');
    expect(thief.page.querySelector('header')?.text).not.toContain('Inga');
  });

  it('by a link asks for no password, leads on to where she was, and works once', async () => {
    await register();
    const other = new FormReader(app, '198.51.100.7');
    await other.open('/en/sign-in?to=/en/towns');
    const { id } = await mailTo(app, email);
    await other.press('Send me a link', { email });
    const { link, kind } = await mailTo(app, email, id);
    expect(kind).toBe('sign-in-link');
    await other.open(link);
    await other.press('Sign in');
    expect(other.path).toBe('/en/towns');
    await other.open('/en/sign-out');
    await other.press('Sign out');
    await other.open(link);
    await other.press('Sign in');
    expect(other.problems).toEqual(['This link has expired or was used before.']);
  });

  it('never leads to another site', async () => {
    for (const to of ['https://elsewhere.example/', '//elsewhere.example', '/en/..//elsewhere.example'])
      expect(
        (await reader.open(`/en/sign-in?to=${encodeURIComponent(to)}`))
          .querySelector('input[name=to]')
          ?.getAttribute('value'),
      ).toBe('');
  });

  it('is the same for a known and an unknown address: page, status, and no cookie', async () => {
    await register();
    const of = async (who: string, address: string) => {
      const from = new FormReader(app, address);
      const seen: unknown[] = [];
      for (const [path, button, fields] of [
        ['/en/sign-in', 'Sign in', { email: who, password }],
        ['/en/sign-in', 'Send me a link', { email: who }],
        ['/en/forgotten-password', 'Send me a link', { email: who }],
        ['/en/register', 'Register', { email: who, name: 'Inga' }],
      ] as const) {
        await from.open(path);
        await from.press(button, fields);
        const text = from.answer?.text.replaceAll(who, 'X').replaceAll(/nonce[-=]"?[\w+/=-]+/g, '');
        seen.push(from.path, from.answer?.status, text, [...from.cookies.keys()]);
      }
      return seen;
    };
    expect(await of(email, '198.51.100.1')).toEqual(
      await of(`nobody${people}@kuldiga.example`, '198.51.100.2'),
    );
    await expect
      .poll(
        async () =>
          (
            await app.db
              .selectFrom('outbox')
              .select('kind')
              .where('recipient', '=', `nobody${people}@kuldiga.example`)
              .orderBy('id')
              .execute()
          )
            .map(({ kind }) => kind)
            .sort(),
        { timeout: 15_000 },
      )
      .toEqual(['nobody-registered', 'nobody-registered', 'register']);
  });

  it('is refused after ten wrong passwords of one mailbox, with the time to wait, in the reader’s language', async () => {
    await reader.open('/de/sign-in');
    for (let n = 0; n < 10; n += 1) await reader.press('Anmelden', { email, password: 'falsch' });
    expect(reader.problems).toEqual([
      'Adresse oder Passwort ist falsch. Sie können sich auch einen Link zusenden lassen.',
    ]);
    // From anywhere, and however the address is written.
    const other = new FormReader(app, '203.0.113.9');
    await other.open('/de/sign-in');
    await other.press('Anmelden', { email: email.toUpperCase(), password: 'falsch' });
    expect(other.answer?.status).toBe(429);
    expect(Number(other.answer?.headers['retry-after'])).toBeGreaterThan(800);
    expect(other.problems[0]).toMatch(/^Zu viele Versuche. Bitte warten Sie 15 Minuten.$/);
    expect(other.page.querySelector('#email')?.getAttribute('value')).toBe(email.toUpperCase());
    expect(other.answer?.text).not.toContain('falsch"');
  });

  it('of somebody who has an account tells its owner once, in the owner’s language', async () => {
    await register('lv');
    const { id } = await mailTo(app, email);
    const guesser = new FormReader(app, `203.0.113.${100 + people}`);
    await guesser.open('/de/sign-in');
    for (let n = 0; n < 13; n += 1) await guesser.press('Anmelden', { email, password: 'falsch' });
    expect(guesser.answer?.status).toBe(429);
    const warning = await mailTo(app, email, id);
    expect(warning).toMatchObject({ kind: 'sign-in-attempts', language: 'lv', link: '' });
    expect(warning.subject).toBe('Kāds mēģināja pieslēgties Jūsu kontam vietnē „Nacre”');
    const later = await app.db.selectFrom('outbox').select('id').where('recipient', '=', email).execute();
    expect(later.filter((mail) => mail.id > id)).toHaveLength(1);
  });
});

describe('a forgotten password', () => {
  it('is chosen anew by a mailed link, once; all devices are signed out and the owner is told', async () => {
    await register();
    await reader.open('/en/forgotten-password');
    const { id } = await mailTo(app, email);
    await reader.press('Send me a link', { email });
    const mail = await mailTo(app, email, id);
    expect(mail.kind).toBe('reset-password');
    const other = new FormReader(app, '198.51.100.3');
    await other.open(mail.link);
    await other.press('Save the password', { password: 'short' });
    expect(other.problems).toEqual(['The password is too short; at least 10 characters.']);
    await other.press('Save the password', { password });
    expect(other.page.querySelector('main')?.text).toContain('Your new password is set');
    expect((await mailTo(app, email, mail.id)).kind).toBe('sign-in-changed');
    await reader.open('/en/about');
    expect(reader.page.querySelector('header')?.text).toContain('Sign in');

    await other.open(mail.link);
    await other.press('Save the password', { password: 'another harbour in june' });
    expect(other.problems).toEqual(['This link has expired or was used before.']);
    await other.open('/en/sign-in');
    await other.press('Sign in', { email, password: 'another harbour in june' });
    expect(other.problems).toEqual(['The address or the password is wrong. You can also be sent a link.']);
    await other.press('Sign in', { email, password });
    await other.open('/en/about');
    expect(other.page.querySelector('header')?.text).toContain('Inga');
    expect(await acts()).toEqual(expect.arrayContaining(['person.reset-password', 'person.sign-in']));
  });
});

describe('a form from another site', () => {
  it('signs nobody out', async () => {
    await register();
    const cookie = [...reader.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.ask('/en/sign-out', {
      method: 'POST',
      body: '',
      headers: {
        cookie,
        origin: 'https://elsewhere.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    expect(answer.status).toBe(403);
    await reader.open('/en/about');
    expect(reader.page.querySelector('header')?.text).toContain('Inga');
  });
});
