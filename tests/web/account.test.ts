import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeAt, stepAt } from '../../src/services/sign-in/one-time-code.ts';
import { FormReader, mailTo } from './form-reader.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp({ NACRE_SECRET: 'a-secret-of-the-tests-and-of-no-site', TRUST_PROXY: 'on' });
const password = 'a quiet harbour in may';

let people = 0;
let reader: FormReader;
let email: string;
beforeEach(async () => {
  people += 1;
  email = `inga${people}@kuldiga.example`;
  reader = await signedIn(new FormReader(app, `192.0.2.${people}`), 'Register');
});

/** Registers, or signs in once more, by a link. */
async function signedIn(one: FormReader, button: 'Register' | 'Send me a link'): Promise<FormReader> {
  const before = await app.db
    .selectFrom('outbox')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirst();
  await one.open(button === 'Register' ? '/en/register' : '/en/sign-in?again');
  await one.press(button, button === 'Register' ? { name: 'Inga', email } : { email });
  await one.open((await mailTo(app, email, before?.id ?? 0)).link);
  await one.press('Sign in');
  return one;
}
const personId = async () =>
  (await app.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
const main = (of = reader) => (of.page.querySelector('main')?.text ?? '').replace(/\s+/g, ' ');
const header = (of = reader) => of.page.querySelector('header')?.text ?? '';

function bytesOf(base32: string): Buffer {
  const bits = [...base32]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
/** Sets up an app; a function of codes, each of a step that has not been used. */
async function enrol(): Promise<(ahead?: number) => string> {
  await reader.open('/en/account/second-factor');
  await reader.press(
    'Set up an authenticator app',
    reader.page.querySelector('#password') ? { password } : {},
  );
  const key = (reader.page.querySelector('code')?.text ?? '').replaceAll(' ', '');
  const secret = bytesOf(key);
  expect(secret.length).toBeGreaterThanOrEqual(20);
  const code = (ahead = 0) => codeAt(secret, stepAt(new Date()) + ahead);
  await reader.press('Confirm', { code: code(-1) });
  return code;
}
const grant = async (role: string) =>
  app.db
    .insertInto('role_grant')
    .values({ person_id: await personId(), role })
    .execute();

describe('a role that needs a second factor', () => {
  it('leads from any page to setting it up, and counts from then on', async () => {
    await grant('editor');
    await reader.open('/en/about');
    const way = reader.page.querySelector('aside a');
    expect(way?.getAttribute('href')).toBe('/en/account/second-factor');
    const code = await enrol();
    expect(reader.heading).toBe('Your recovery codes');
    const codes = reader.page.querySelectorAll('main li code').map(({ text }) => text);
    expect(new Set(codes).size).toBe(10);
    expect(reader.answer?.headers['cache-control']).toBe('no-store');
    await reader.open('/en/about');
    expect(reader.page.querySelector('aside')).toBeNull();
    // Shown once: no address leads to them.
    await reader.open('/en/account/second-factor');
    for (const one of codes) expect(reader.answer?.text).not.toContain(one);
    expect(main()).toContain('Your role needs this step');
    expect(reader.page.querySelectorAll('main button').map(({ text }) => text)).not.toContain(
      'Remove the second step',
    );
    // Not offered, and not done either when posted all the same.
    await reader.post('/en/account/second-factor?/remove', new URLSearchParams({ code: code() }));
    expect(reader.problems).toEqual(['Your account may not do this as you are signed in now.']);

    const other = new FormReader(app, '198.51.100.8');
    await signedIn(other, 'Send me a link');
    expect(other.heading).toBe('Second step');
    await other.press('Continue', { code: '000000' });
    expect(other.problems).toEqual([
      'The code is wrong, too old, or was used before. Enter the one that the app shows now.',
    ]);
    const form = other.page.querySelectorAll('main form')[1];
    await other.post(
      form?.getAttribute('action') ?? '',
      new URLSearchParams({ recovery: ` ${codes[3]?.toUpperCase()} ` }),
    );
    expect(header(other)).toContain('Inga');
    await other.open('/en/about');
    expect(other.page.querySelector('aside')).toBeNull();
  });

  it('given wrongly three times has the owner told by mail', async () => {
    await enrol();
    const other = new FormReader(app, '198.51.100.9');
    await signedIn(other, 'Send me a link');
    const { id } = await mailTo(app, email);
    for (let n = 0; n < 2; n += 1) await other.press('Continue', { code: '000000' });
    const later = () =>
      app.db
        .selectFrom('outbox')
        .select('kind')
        .where('recipient', '=', email)
        .where('id', '>', id)
        .execute();
    expect(await later()).toEqual([]);
    for (let n = 0; n < 2; n += 1) await other.press('Continue', { code: '000000' });
    expect(await later()).toEqual([{ kind: 'sign-in-attempts' }]);
  });

  it('given while somebody is signed in without the second step asks them to sign in again', async () => {
    const code = await enrol();
    await app.db
      .updateTable('session')
      .set({ second_factor_at: null })
      .where('person_id', '=', await personId())
      .execute();
    await grant('secretariat');
    await reader.open('/en/about');
    expect(reader.page.querySelector('aside a')?.getAttribute('href')).toBe('/en/sign-in?again');
    // What changes how one signs in is closed as well.
    for (const page of ['password', 'email', 'second-factor']) {
      await reader.open(`/en/account/${page}`);
      expect(reader.page.querySelectorAll('main form')).toEqual([]);
    }
    // Whom the page leads to signing in again comes back with the role.
    await reader.open('/en/sign-in?again');
    await signedIn(reader, 'Send me a link');
    await reader.press('Continue', { code: code() });
    await reader.open('/en/about');
    expect(reader.page.querySelector('aside')).toBeNull();
  });

  it('takes no more than five codes in a quarter of an hour from within a session', async () => {
    await reader.open('/en/account/second-factor');
    await reader.press('Set up an authenticator app');
    for (let n = 0; n < 4; n += 1) await reader.press('Confirm', { code: '000000' });
    expect(reader.problems[0]).toMatch(/^The code is wrong/);
    await reader.press('Confirm', { code: '000000' });
    expect(reader.answer?.status).toBe(429);
  });

  it('is removed by who does not need it, with a code that is used once', async () => {
    const code = await enrol();
    await reader.open('/en/account/second-factor');
    const now = code(0);
    await reader.press('Make new recovery codes', { code: now });
    expect(reader.heading).toBe('Your recovery codes');
    await reader.open('/en/account/second-factor');
    await reader.press('Remove the second step', { code: now });
    expect(reader.problems[0]).toMatch(/used before/);
    await reader.press('Remove the second step', { code: code(1) });
    expect(main()).toContain('With an authenticator app on your phone');
    const kinds = await app.db
      .selectFrom('outbox')
      .select('subject')
      .where('recipient', '=', email)
      .where('kind', '=', 'sign-in-changed')
      .execute();
    expect(kinds).toHaveLength(3);
  });
});

describe('a person’s own pages', () => {
  it('send a visitor to sign in, and back', async () => {
    const visitor = new FormReader(app);
    for (const page of ['', '/password', '/sessions', '/email', '/second-factor']) {
      await visitor.open(`/en/account${page}`);
      expect(visitor.heading).toBe('Sign in');
      expect(visitor.page.querySelector('input[name=to]')?.getAttribute('value')).toBe(`/en/account${page}`);
    }
  });

  it('refuse a visitor who posts all the same', async () => {
    const visitor = new FormReader(app);
    for (const [page, fields] of [
      ['/en/account', 'name=X&language=en'],
      ['/en/account/password', `password=${password}`],
      ['/en/account/sessions', 'session=others'],
      ['/en/account/email', 'email=x@kuldiga.example'],
      ['/en/account/second-factor?/begin', 'password='],
    ] as const) {
      await visitor.post(page, new URLSearchParams(fields));
      expect(visitor.heading, page).toBe('Sign in');
    }
    expect(await app.db.selectFrom('email_change').selectAll().execute()).toEqual([]);
  });

  it('change name, language and reminders', async () => {
    await reader.open('/en/account');
    await reader.press('Save', { name: 'Inga Bērziņa', language: 'lv' });
    expect(main()).toContain('Done.');
    expect(header()).toContain('Inga Bērziņa');
    const row = await app.db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst();
    expect(row).toMatchObject({ language: 'lv', notifications: { reminders: true } });
    await reader.press('Save', { name: '', language: 'lv' });
    expect(reader.problems).toEqual(['Enter your name.']);
  });

  it('set a first password, then another one, and sign all other devices out', async () => {
    await reader.open('/en/account/password');
    await reader.press('Save the password', { password: 'inga1234567' });
    expect(reader.problems[0]).toMatch(/^This password is easy to guess/);
    await reader.press('Save the password', { password });
    expect(main()).toContain('Done.');
    const other = await signedIn(new FormReader(app, '198.51.100.4'), 'Send me a link');
    await reader.press('Save the password', { present: 'wrong', password: 'another harbour in june' });
    expect(reader.problems).toEqual(['This is not your present password.']);
    expect(reader.answer?.text).not.toContain('another harbour');
    await reader.press('Save the password', { present: password, password: 'another harbour in june' });
    expect(main()).toContain('Done.');
    await other.open('/en/about');
    expect(header(other)).toContain('Sign in');
    await other.open('/en/sign-in');
    await other.press('Sign in', { email, password: 'another harbour in june' });
    expect(header(other)).toContain('Inga');
  });

  it('list devices without their tokens, and sign out one of one’s own, never another’s', async () => {
    const other = await signedIn(new FormReader(app, '198.51.100.5'), 'Send me a link');
    const id = await personId();
    const rows = await app.db
      .selectFrom('session')
      .selectAll()
      .where('person_id', '=', id)
      .orderBy('id')
      .execute();
    const stranger = await app.db
      .selectFrom('session')
      .select('id')
      .where('person_id', '!=', id)
      .executeTakeFirst();
    await reader.open('/en/account/sessions');
    for (const { token } of rows) expect(reader.answer?.text).not.toContain(token);
    expect(main()).toContain('This device');
    await reader.post('/en/account/sessions', new URLSearchParams({ session: String(stranger?.id) }));
    expect(
      await app.db
        .selectFrom('session')
        .select('id')
        .where('id', '=', stranger?.id ?? 0)
        .execute(),
    ).toHaveLength(1);
    await reader.press('Sign out this device');
    await other.open('/en/about');
    expect(header(other)).toContain('Sign in');
    await reader.open('/en/about');
    expect(header()).toContain('Inga');
  });

  it('ask for a fresh sign-in before how one signs in is changed', async () => {
    await app.db
      .updateTable('session')
      .set({ created_at: new Date(Date.now() - 16 * 60_000) })
      .where('person_id', '=', await personId())
      .execute();
    for (const page of ['password', 'email', 'second-factor']) {
      await reader.open(`/en/account/${page}`);
      expect(main()).toContain('please sign in again first');
      expect(reader.page.querySelectorAll('main form')).toEqual([]);
    }
    await reader.post('/en/account/password', new URLSearchParams({ password }));
    expect(reader.problems).toEqual(['To do this, please sign in again: you last did so too long ago.']);
  });
});

describe('another e-mail address', () => {
  const ask = async (next: string) => {
    await reader.open('/en/account/email');
    await reader.press('Continue', { email: next });
  };

  it.each(['old first', 'new first'])('counts once both mailboxes have confirmed, %s', async (order) => {
    const next = `new${email}`;
    await signedIn(new FormReader(app, '198.51.100.6'), 'Send me a link');
    const other = new FormReader(app, '203.0.113.1');
    const waiting = (await mailTo(app, email)).id;
    await other.open('/en/forgotten-password');
    await other.press('Send me a link', { email });
    const reset = await mailTo(app, email, waiting);
    await ask(next);
    expect(main()).toContain(next);
    const links = [(await mailTo(app, email, reset.id)).link, (await mailTo(app, next)).link];
    if (order === 'new first') links.reverse();
    await other.open(links[0] ?? '');
    await other.press('Confirm');
    expect(main(other)).toContain('once the other mailbox has confirmed');
    await other.open(links[0] ?? '');
    await other.press('Confirm');
    expect(other.problems).toEqual(['This link has expired or was used before.']);
    expect(await app.db.selectFrom('person').select('id').where('email', '=', next).execute()).toEqual([]);
    await reader.open(links[1] ?? '');
    await reader.press('Confirm');
    expect(main()).toContain('Your address has changed');
    const person = await app.db
      .selectFrom('person')
      .select('id')
      .where('email', '=', next)
      .executeTakeFirstOrThrow();
    // The session that confirmed stays; the others end.
    expect(
      await app.db.selectFrom('session').select('id').where('person_id', '=', person.id).execute(),
    ).toHaveLength(1);
    expect((await mailTo(app, email, reset.id + 1)).kind).toBe('sign-in-changed');
    // A link that waited in the old mailbox opens nothing any more.
    await other.open(reset.link);
    await other.press('Save the password', { password });
    expect(other.problems).toEqual(['This link has expired or was used before.']);
  });

  it('that somebody has gives the same answer, and never changes hands', async () => {
    const taken = 'inga1@kuldiga.example';
    const before = (await mailTo(app, taken)).id;
    await ask(taken);
    expect(main()).toContain(`Waiting for both mailboxes to confirm: ${taken}`);
    expect((await mailTo(app, taken, before)).kind).toBe('email-taken');
    await reader.open((await mailTo(app, email)).link);
    await reader.press('Confirm');
    expect(main()).toContain('once the other mailbox has confirmed');
    expect(await app.db.selectFrom('person').select('id').where('email', '=', email).execute()).toHaveLength(
      1,
    );
  });
});

describe('one’s own data', () => {
  it('are handed out whole, without what nobody may read', async () => {
    await grant('translator');
    const cookie = [...reader.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const here = app.origin.replace('localhost', '127.0.0.1');
    const answer = await app.ask('/en/account/data/file', {
      method: 'POST',
      body: '',
      headers: { cookie, origin: here, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.headers['content-disposition']).toContain('attachment');
    const files = unzipSync(answer.sent);
    const held = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array())) as Record<
      string,
      unknown[]
    > & { person: unknown };
    expect(held.person).toMatchObject({ email, name: 'Inga' });
    expect(held['roles']).toHaveLength(1);
    expect(held['mails']).toHaveLength(1);
    expect(held['sessions']).toHaveLength(1);
    for (const { token } of await app.db.selectFrom('session').select('token').execute())
      for (const bytes of Object.values(files)) expect(strFromU8(bytes)).not.toContain(token);
  });

  it('are erased with the person: nothing of her is left in any table', async () => {
    const id = await personId();
    await reader.open('/en/account');
    await reader.press('Save', { name: 'Ingrīda Unikāla', language: 'lv' });
    await reader.open('/en/account/data');
    await reader.press('Erase the account');
    expect(reader.problems).toEqual(['Tick the box to say that you want this.']);
    await reader.press('Erase the account', { confirm: 'on' });
    expect(main()).toContain('Your account has been erased.');
    expect(header()).toContain('Sign in');
    const person = await app.db
      .selectFrom('person')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(person).toMatchObject({
      name: '',
      email: `erased-${id}@erased.invalid`,
      two_factor_enabled: false,
    });
    const { rows } = await sql<{ schema: string; name: string }>`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(app.db);
    for (const { schema, name } of rows) {
      const found = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(`${schema}.${name}`)} t where t::text ilike ${`%${email}%`} or t::text like '%Ingrīda Unikāla%'`.execute(
        app.db,
      );
      expect([schema, name, found.rows[0]?.n]).toEqual([schema, name, 0]);
    }
    const other = new FormReader(app, '198.51.100.20');
    await other.open('/en/sign-in');
    await other.press('Send me a link', { email });
    expect((await mailTo(app, email)).kind).toBe('nobody-registered');
  });

  it('of the last in the secretariat stay until somebody else is named', async () => {
    await app.db.updateTable('role_grant').set({ revoked_at: new Date() }).execute();
    await grant('secretariat');
    await enrol();
    await reader.open('/en/account/data');
    await reader.press('Erase the account', { confirm: 'on' });
    expect(reader.problems).toEqual([
      'You are the only one left in the secretariat. Name somebody else first.',
    ]);
    await app.db.insertInto('person').values({ email: 'other@kuldiga.example', name: 'Other' }).execute();
    const other = await app.db
      .selectFrom('person')
      .select('id')
      .where('email', '=', 'other@kuldiga.example')
      .executeTakeFirstOrThrow();
    await app.db.insertInto('role_grant').values({ person_id: other.id, role: 'secretariat' }).execute();
    await reader.press('Erase the account', { confirm: 'on' });
    expect(main()).toContain('Your account has been erased.');
  });
});
