import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#platform/database/connect.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import type { LogFacts } from '#platform/log.ts';
import { startQueue, type StartedQueue } from '#platform/queue/start-queue.ts';
import { testMailServer, type TestMailServer } from '../../../tests/setup/mail-server.ts';
import { languages, type Language } from '../i18n/index.ts';
import { composeMail } from './compose-mail.ts';
import { deliverMail } from './deliver-mail.ts';
import type { LetterContent } from './letter.ts';
import { mailJobs } from './mail-jobs.ts';
import { mailTransport, type MailTransport } from './mail-transport.ts';
import type { Mail } from './model.ts';
import { sendMail } from './send-mail.ts';

const secretUrl = 'https://nacre.example/en/sign-in?token=pearl-token&next=%2Fen';
const from = { name: 'Nacre – ostrów ąęłż', address: 'nacre@town.example' };
const inAnHour = () => new Date(Date.now() + 3_600_000);

let database: TestDatabase;
let server: TestMailServer;
let transport: MailTransport;
let queue: StartedQueue;
const said: string[] = [];
const note = (message: string, facts: LogFacts = {}): void => {
  said.push(
    `${message} ${JSON.stringify(facts, (_, v: unknown) => (v instanceof Error ? (v.stack ?? v.message) : v))}`,
  );
};
const log = { info: note, warn: note, error: note };
const delivery = () => ({ transport, mostAttempts: 3, log });
/** A queue whose jobs nobody does. */
const idle = { send: () => Promise.resolve(true) };

beforeAll(async () => {
  [database, server] = await Promise.all([testDatabase(), testMailServer()]);
  transport = mailTransport(
    { host: '127.0.0.1', port: server.port, isSecure: false, login: undefined },
    from,
  );
  const retries = { limit: 2, delaySeconds: 1, backoff: false };
  queue = await startQueue(database.url, mailJobs(database.db, transport, log, retries), log);
});
afterAll(async () => {
  await queue.stop(1000);
  transport.close();
  await server.close();
  await database.close();
});
beforeEach(async () => {
  await database.db.deleteFrom('outbox').execute();
  server.forgetAll();
  said.length = 0;
});

const letter = (content: Partial<LetterContent> = {}) =>
  composeMail(
    {
      language: 'en',
      subject: 'Your link',
      paragraphs: ['You asked for a link.'],
      button: { label: 'Sign in', secretUrl },
      reason: 'entered',
      ...content,
    },
    { origin: 'https://nacre.example', notice: undefined },
  );
const mail = (changed: Partial<Mail> = {}): Mail => ({
  to: 'inga@kuldiga.example',
  language: 'en',
  kind: 'sign-in-link',
  letter: letter(),
  secretsExpireAt: inAnHour(),
  ...changed,
});
const send = (what: Mail, through: Pick<StartedQueue, 'send'> = queue) =>
  database.db.transaction().execute((trx) => sendMail(trx, through, what));
const row = (id: number) =>
  database.db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const reaches = (id: number, state: string, timeout = 15_000) =>
  expect.poll(async () => (await row(id)).state, { timeout }).toBe(state);

const words: Record<Language, string> = {
  en: 'Naïve café – “quoted” £5',
  lv: 'Šķūņa ģērēņi, žņaugs, āēīū',
  lt: 'Ąžuolų šešėlyje žvėrys čiulba, įūė',
  et: 'Õunapuu öös, šokolaad, žanr, äü',
  fi: 'Yölläkin hääyöaie, Åland',
  sv: 'Räksmörgås på Öland, é',
  da: 'Rødgrød med fløde på Ærø, Å',
  de: 'Größe, Übermut, Ähre, „Straße“',
  pl: 'Zażółć gęślą jaźń, ŁĄĆ',
};

describe('a mail', () => {
  it.each(languages)('arrives whole in %s: subject, text and HTML', async (language) => {
    const id = await send(
      mail({
        language,
        letter: letter({ language, subject: words[language], paragraphs: [words[language]] }),
      }),
    );
    await reaches(id, 'sent');
    const [arrived] = server.arrived;
    expect(server.arrived).toHaveLength(1);
    expect(arrived?.subject).toBe(words[language]);
    expect(arrived?.from?.text).toContain(from.name);
    expect(arrived?.text).toContain(words[language]);
    expect(arrived?.text).toContain(secretUrl);
    const page = parse(String(arrived?.html));
    expect(page.querySelector('html')?.getAttribute('lang')).toBe(language);
    expect(page.querySelector('body')?.text).toContain(words[language]);
    expect(page.querySelector('a')?.getAttribute('href')).toBe(secretUrl);
    expect(arrived?.headers.get('content-language')).toBe(language);
    expect(arrived?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(server.recipients).toEqual([['inga@kuldiga.example']]);
  });

  it('that is one of many sent together does not wait for a pause of the queue', async () => {
    const began = performance.now();
    await database.db.transaction().execute(async (trx) => {
      for (let n = 0; n < 100; n += 1) await sendMail(trx, queue, mail({ to: `reader-${n}@town.example` }));
    });
    await expect.poll(() => server.arrived.length, { timeout: 15_000 }).toBe(100);
    // A pause a mail would be minutes.
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(new Set(server.recipients.flat()).size).toBe(100);
    expect(new Set(server.arrived.map((one) => one.messageId)).size).toBe(100);
  });

  it('is not sent when the change that it tells of is undone', async () => {
    const undone = database.db.transaction().execute(async (trx) => {
      await sendMail(trx, queue, mail({ to: 'nobody@town.example' }));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await reaches(await send(mail()), 'sent');
    expect(server.recipients).toEqual([['inga@kuldiga.example']]);
    expect(await database.db.selectFrom('outbox').select('id').execute()).toHaveLength(1);
  });

  it('keeps nothing of its secrets once it is sent', async () => {
    const id = await send(mail());
    await reaches(id, 'sent');
    const sent = await row(id);
    expect(JSON.stringify(sent)).not.toContain('pearl-token');
    expect(sent).toMatchObject({ attempts: 1, last_error: null });
    expect(sent.sent_at).toBeInstanceOf(Date);
    expect(said.join()).not.toContain('pearl-token');
    const { rows } = await sql`select * from pgboss.job where data->>'id' = ${String(id)}`.execute(
      database.db,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/pearl-token|inga@/);
  });
});

describe('what would make another mail of it is refused', () => {
  it.each([
    'inga@kuldiga.example\r\nBcc: all@town.example',
    'inga@kuldiga.example, all@town.example',
    'inga@kuldiga.example all@town.example',
    '"inga@kuldiga.example x"@evil.example',
    'Inga <inga@kuldiga.example>',
    'inga',
    '@kuldiga.example',
    '',
    `${'a'.repeat(250)}@x.example`,
  ])('to %j', async (to) => {
    await expect(send(mail({ to }), idle)).rejects.toThrow(RangeError);
  });

  it.each(['Your link\r\nBcc: all@town.example', 'Your\nlink', 'Your link\u0000', 'a\u2028b', ' '])(
    'with the subject %j',
    async (subject) => {
      await expect(send(mail({ letter: letter({ subject }) }), idle)).rejects.toThrow(RangeError);
    },
  );

  it('by the table as well', async () => {
    const id = await send(mail(), idle);
    const spoil = (what: object) =>
      database.db.updateTable('outbox').set(what).where('id', '=', id).execute();
    await expect(spoil({ subject: 'Your\nlink' })).rejects.toThrow(/check constraint/);
    await expect(spoil({ recipient: 'a@b.example\nBcc: c@d.example' })).rejects.toThrow(/check constraint/);
    await expect(spoil({ secrets_expire_at: null })).rejects.toThrow(/check constraint/);
    await expect(spoil({ state: 'erased' })).rejects.toThrow(/check constraint/);
  });

  it('as are secrets that never end', async () => {
    const { secretsExpireAt: _, ...endless } = mail();
    await expect(send(endless, idle)).rejects.toThrow(RangeError);
  });
});

describe('a mail that the server', () => {
  it('does not take now is tried again', async () => {
    server.answer({ code: 451, reply: '4.7.1 Greylisted <inga@kuldiga.example>' });
    const id = await send(mail());
    await reaches(id, 'sent', 18_000);
    expect(await row(id)).toMatchObject({ attempts: 2, last_error: null });
    expect(server.arrived).toHaveLength(2);
    expect(new Set(server.arrived.map((one) => one.messageId)).size).toBe(1);
    expect(said.join()).toMatch(/will be tried again .*"EMESSAGE 451"/);
    expect(said.join()).not.toContain('A job failed');
    expect(said.join()).not.toContain('inga@');
    const { rows } = await sql`select output from pgboss.job where data->>'id' = ${String(id)}`.execute(
      database.db,
    );
    expect(JSON.stringify(rows)).not.toContain('inga@');
  });

  it('received before the connection broke goes out again as the same mail', async () => {
    server.answer('vanish');
    const id = await send(mail());
    await reaches(id, 'sent', 18_000);
    const [first, second] = server.arrived;
    expect(server.arrived).toHaveLength(2);
    expect(first?.messageId).toMatch(/^<[0-9a-f-]{36}@town\.example>$/);
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.date).toEqual(first?.date);
  });

  it('took while this process ended goes out again as the same mail, and then no more', async () => {
    const id = await send(mail(), idle);
    const dying = connect(database.url);
    server.onArrival = () => dying.destroy();
    await expect(deliverMail(dying, id, delivery())).rejects.toThrow();
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 1 });
    server.onArrival = undefined;
    await deliverMail(database.db, id, delivery());
    await deliverMail(database.db, id, delivery());
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(server.arrived).toHaveLength(2);
    expect(server.arrived[1]?.messageId).toBe(server.arrived[0]?.messageId);
  });

  it('refuses for good has failed, with the reply, and without its secrets', async () => {
    server.answer({ code: 554, reply: '5.7.1 Not from you' });
    const id = await send(mail());
    await reaches(id, 'failed');
    const failed = await row(id);
    expect(failed).toMatchObject({ attempts: 1, last_error: expect.stringContaining('5.7.1 Not from you') });
    expect(failed.secrets).toEqual({});
    expect(said.filter((line) => line.includes('could not be sent'))).toHaveLength(1);
  });

  it('knows no recipient for has failed', async () => {
    server.refuseRecipients({ code: 550, reply: '5.1.1 No such user inga@kuldiga.example' });
    const id = await send(mail());
    await reaches(id, 'failed');
    expect(await row(id)).toMatchObject({ last_error: expect.stringContaining('5.1.1 No such user') });
    expect(server.arrived).toEqual([]);
    expect(said.join()).not.toContain('inga@');
  });

  it('never takes is given up after the last attempt', async () => {
    const id = await send(mail(), idle);
    server.refuseRecipients({ code: 450, reply: '4.2.1 Try later' });
    await expect(deliverMail(database.db, id, delivery())).rejects.toThrow(/was not taken/);
    await expect(deliverMail(database.db, id, delivery())).rejects.toThrow(/was not taken/);
    expect(await row(id)).toMatchObject({ state: 'waiting', last_error: expect.stringContaining('4.2.1') });
    await deliverMail(database.db, id, delivery());
    expect(await row(id)).toMatchObject({ state: 'failed', attempts: 3, secrets: {} });
  });

  it('could only get after its link has expired is not sent', async () => {
    const id = await send(mail({ secretsExpireAt: new Date(Date.now() - 1000) }), idle);
    await deliverMail(database.db, id, delivery());
    expect(await row(id)).toMatchObject({ state: 'failed', secrets: {}, attempts: 0 });
    expect(server.arrived).toEqual([]);
  });
});

describe('without a mail server', () => {
  it('a mail is kept, with its secrets until they expire, and not sent later', async () => {
    const id = await send(mail(), idle);
    await deliverMail(database.db, id, { ...delivery(), transport: undefined });
    expect(await row(id)).toMatchObject({ state: 'kept', secrets: { link: secretUrl } });
    await deliverMail(database.db, id, delivery());
    expect(await row(id)).toMatchObject({ state: 'kept', attempts: 0 });
    expect(server.arrived).toEqual([]);
  });
});
