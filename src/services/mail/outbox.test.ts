import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { silentLog } from '#platform/log.ts';
import { testMailServer, type TestMailServer } from '../../../tests/setup/mail-server.ts';
import { composeMail } from './compose-mail.ts';
import { deliverMail } from './deliver-mail.ts';
import { forgetRecipient } from './forget-recipient.ts';
import { listOutbox } from './list-outbox.ts';
import { mailTransport, type MailTransport } from './mail-transport.ts';
import type { Mail } from './model.ts';
import { purgeOutbox } from './purge-outbox.ts';
import { sendMail } from './send-mail.ts';

const secretUrl = 'https://nacre.example/en/sign-in?token=pearl-token&next=%2Fen';
const letter = composeMail(
  {
    language: 'en',
    subject: 'Your link',
    paragraphs: ['You asked for a link.'],
    button: { label: 'Sign in', secretUrl },
    reason: 'entered',
  },
  { origin: 'https://nacre.example', notice: undefined },
);

let database: TestDatabase;
let server: TestMailServer;
let transport: MailTransport;
beforeAll(async () => {
  [database, server] = await Promise.all([testDatabase(), testMailServer()]);
  transport = mailTransport(
    { host: '127.0.0.1', port: server.port, isSecure: false, login: undefined },
    { name: 'Nacre', address: 'nacre@town.example' },
  );
});
afterAll(async () => {
  transport.close();
  await server.close();
  await database.close();
});
beforeEach(async () => {
  await database.db.deleteFrom('outbox').execute();
  server.forgetAll();
});

/** Writes a mail whose job nobody does. */
const write = (changed: Partial<Mail> = {}): Promise<number> =>
  sendMail(
    database.db,
    { send: () => Promise.resolve(true) },
    {
      to: 'inga@kuldiga.example',
      language: 'en',
      kind: 'sign-in-link',
      letter,
      secretsExpireAt: new Date(Date.now() + 3_600_000),
      ...changed,
    },
  );
const deliver = (id: number) => deliverMail(database.db, id, { transport, mostAttempts: 3, log: silentLog });
const keep = (id: number) =>
  deliverMail(database.db, id, { transport: undefined, mostAttempts: 3, log: silentLog });
const row = (id: number) =>
  database.db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const set = (id: number, what: object) =>
  database.db.updateTable('outbox').set(what).where('id', '=', id).execute();
const ago = (interval: string) => sql<Date>`now() - ${interval}::interval`;

describe('the list of mails', () => {
  it('shows dots for secrets, unless it is asked to reveal them', async () => {
    await keep(await write({ personId: 7 }));
    const { mails } = await listOutbox(database.db);
    expect(JSON.stringify(mails)).not.toContain('pearl-token');
    expect(mails[0]).toMatchObject({
      state: 'kept',
      kind: 'sign-in-link',
      personId: 7,
      to: 'inga@kuldiga.example',
      subject: 'Your link',
      isMasked: true,
    });
    expect(mails[0]?.text).toContain('Sign in:\n••••••\n');
    const revealed = await listOutbox(database.db, {}, { reveal: true });
    expect(revealed.mails[0]).toMatchObject({ isMasked: false });
    expect(revealed.mails[0]?.text).toContain(secretUrl);
    expect(revealed.mails[0]?.html).toContain('token=pearl-token&amp;next=');
  });

  it('can reveal nothing of what was sent', async () => {
    await deliver(await write());
    const { mails } = await listOutbox(database.db, {}, { reveal: true });
    expect(mails[0]).toMatchObject({ state: 'sent', isMasked: true });
    expect(JSON.stringify(mails)).not.toContain('pearl-token');
  });

  it('goes by state and by pages of fifty, the newest first', async () => {
    const ids: number[] = [];
    for (let n = 0; n < 53; n += 1) ids.push(await write());
    await keep(ids[10] ?? 0);
    expect((await listOutbox(database.db, { state: 'kept' })).mails.map((mail) => mail.id)).toEqual([
      ids[10],
    ]);
    const second = await listOutbox(database.db, { page: 2 });
    expect(second).toMatchObject({ total: 53, pageCount: 2 });
    expect(second.mails.map((mail) => mail.id)).toEqual([ids[2], ids[1], ids[0]]);
    expect(await listOutbox(database.db, { state: 'failed' })).toEqual({ mails: [], total: 0, pageCount: 1 });
  });
});

describe('a purge', () => {
  it('empties secrets that have expired, and no others', async () => {
    const [kept, fresh] = [await write(), await write()];
    await keep(kept);
    await set(kept, { secrets_expire_at: ago('1 second') });
    expect(await purgeOutbox(database.db)).toEqual({ emptied: 1, lost: 0, deleted: 0 });
    expect(await row(kept)).toMatchObject({ state: 'kept', secrets: {} });
    expect((await row(fresh)).secrets).toEqual({ link: secretUrl });
    const { mails } = await listOutbox(database.db, { state: 'kept' }, { reveal: true });
    expect(mails[0]?.text).toContain('••••••');
  });

  it('lets a mail fail that still waits when its link expires', async () => {
    const id = await write();
    await set(id, { secrets_expire_at: ago('1 second') });
    await purgeOutbox(database.db);
    expect(await row(id)).toMatchObject({ state: 'failed', last_error: 'Its link had expired.' });
    await deliver(id);
    expect(server.arrived).toEqual([]);
  });

  it('gives up a mail whose job was lost days ago', async () => {
    const [lost, waiting] = [await write(), await write()];
    await set(lost, { created_at: ago('73 hours'), last_error: '451 later' });
    await set(waiting, { created_at: ago('71 hours') });
    expect(await purgeOutbox(database.db)).toMatchObject({ lost: 1 });
    expect(await row(lost)).toMatchObject({ state: 'failed', secrets: {}, last_error: '451 later' });
    expect(await row(waiting)).toMatchObject({ state: 'waiting' });
  });

  it('deletes what is older than the retention period says', async () => {
    const [old, young] = [await write(), await write()];
    await keep(old);
    await keep(young);
    await set(old, { created_at: ago('181 days') });
    await set(young, { created_at: ago('179 days') });
    expect(await purgeOutbox(database.db)).toMatchObject({ deleted: 1 });
    expect((await listOutbox(database.db)).mails.map((mail) => mail.id)).toEqual([young]);
  });
});

describe('somebody who asks to be forgotten', () => {
  it('leaves rows that say only that a mail was written', async () => {
    const [sent, waiting, other] = [
      await write({ personId: 7 }),
      await write({ to: 'Inga@Kuldiga.example' }),
      await write({ to: 'ingas@kuldiga.example' }),
    ];
    await deliver(sent);
    await set(waiting, { last_error: '451 <inga@kuldiga.example> later' });
    const forgotten = await database.db
      .transaction()
      .execute((trx) => forgetRecipient(trx, 'INGA@kuldiga.example'));
    expect(forgotten).toBe(2);
    const rows = [await row(sent), await row(waiting)];
    expect(JSON.stringify(rows)).not.toMatch(/inga|kuldiga|nacre.example|asked/i);
    expect(rows[0]).toMatchObject({ state: 'erased', kind: 'sign-in-link', person_id: null, attempts: 1 });
    expect(rows[0]?.sent_at).toBeInstanceOf(Date);
    expect(await row(other)).toMatchObject({ state: 'waiting', recipient: 'ingas@kuldiga.example' });
    expect((await listOutbox(database.db, { state: 'erased' })).mails[0]).toMatchObject({
      to: null,
      text: null,
    });
  });

  it('is named no more in what others were sent, and only there', async () => {
    const telling = async (address: string): Promise<number> =>
      write({
        to: 'owner@saldus.example',
        letter: composeMail(
          { language: 'en', subject: 'A message', paragraphs: [`From Inga, ${address}.`], reason: 'account' },
          { origin: 'https://nacre.example', notice: undefined },
        ),
      });
    const told = await telling('Inga@kuldiga.example');
    const others = await Promise.all(['ringa@kuldiga.example', 'inga@kuldiga.example.org'].map(telling));
    await forgetRecipient(database.db, 'inga@kuldiga.example', 7);
    expect(await row(told)).toMatchObject({ state: 'erased', recipient: null, body_text: null });
    for (const id of others) expect(await row(id)).toMatchObject({ recipient: 'owner@saldus.example' });
  });

  it('gets no mail that still waits', async () => {
    const id = await write();
    await forgetRecipient(database.db, 'inga@kuldiga.example');
    await deliver(id);
    expect(server.arrived).toEqual([]);
  });

  it('stays forgotten when a mail was on its way', async () => {
    const id = await write();
    server.onArrival = async () => void (await forgetRecipient(database.db, 'inga@kuldiga.example'));
    await deliver(id);
    expect(server.arrived).toHaveLength(1);
    expect(await row(id)).toMatchObject({ state: 'erased', recipient: null });
  });
});
