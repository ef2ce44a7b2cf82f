import { afterEach, describe, expect, it } from 'vitest';
import { testMailServer, type TestMailServer } from '../../../tests/setup/mail-server.ts';
import { mailTransport, type MailTransport } from './mail-transport.ts';
import { failureOf } from './smtp-failure.ts';

const mail = {
  messageId: '3f1c6f0e-0000-4000-8000-000000000001',
  writtenAt: new Date('2026-11-25T16:00:00Z'),
  language: 'fi',
  to: 'inga@kuldiga.example',
  subject: 'Äänestys',
  text: 'Äänestys',
  html: '<p>Äänestys</p>',
};
const login = { user: 'nacre', password: 'pearl secret/1' };
const open: { close: () => unknown }[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

async function server(...how: Parameters<typeof testMailServer>): Promise<TestMailServer> {
  const running = await testMailServer(...how);
  open.unshift(running);
  return running;
}
function transportTo(port: number, other: object = {}): MailTransport {
  const settings = { host: '127.0.0.1', port, isSecure: false, login: undefined, ...other };
  const transport = mailTransport(settings, { name: 'Nacre', address: 'nacre@town.example' });
  open.unshift(transport);
  return transport;
}
const failure = async (transport: MailTransport) =>
  failureOf(
    await transport.send(mail).then(
      () => new Error('It was sent.'),
      (error: unknown) => error,
    ),
  );

describe('the way to the mail server', () => {
  it('gives user and password', async () => {
    const to = await server({ authOptional: false });
    await transportTo(to.port, { login }).send(mail);
    expect(to.logins).toEqual(['nacre:pearl secret/1']);
    expect(to.arrived[0]?.subject).toBe('Äänestys');
    expect(to.arrived[0]?.date?.toISOString()).toBe('2026-11-25T16:00:00.000Z');
  });

  it('takes a wrong password for a fault of the settings, not of the mail', async () => {
    const to = await server({ authOptional: false });
    expect(
      await failure(transportTo(to.port, { login: { user: 'nacre', password: 'wrong' } })),
    ).toMatchObject({
      isPermanent: false,
      code: 'EAUTH 535',
    });
    expect(await failure(transportTo(to.port))).toMatchObject({ isPermanent: false });
  });

  it('gives no password to another machine without encryption', async () => {
    const to = await server({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    // Another name of this machine, which the transport does not know as such.
    const found = await failure(transportTo(to.port, { host: '0.0.0.0', login }));
    expect(found).toMatchObject({ isPermanent: false });
    expect(found.code).toMatch(/^ETLS/);
    expect(to.logins).toEqual([]);
  });

  it('trusts no certificate that nobody has signed', async () => {
    const to = await server({ secure: true });
    expect(await failure(transportTo(to.port, { isSecure: true, login }))).toMatchObject({
      isPermanent: false,
    });
    expect(to.logins).toEqual([]);
  });

  it('is open again when the server is', async () => {
    const gone = await server();
    const transport = transportTo(gone.port);
    await transport.send(mail);
    await gone.close();
    expect(await failure(transport)).toMatchObject({ isPermanent: false });
    const back = await server({}, gone.port);
    await transport.send(mail);
    expect(back.arrived).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550, permanent: true, response: '550 5.1.1 No such user' }, true],
    [{ code: 'EMESSAGE', responseCode: 554, permanent: true, response: '554 Spam' }, true],
    [{ code: 'EENVELOPE', message: 'Internationalized mailbox name not allowed' }, true],
    [{ code: 'EENVELOPE', responseCode: 530, permanent: true, response: '530 Log in first' }, false],
    [{ code: 'EAUTH', responseCode: 535, permanent: true, response: '535 Wrong' }, false],
    [{ code: 'EENVELOPE', responseCode: 450, permanent: false, response: '450 Later' }, false],
    [{ code: 'EMESSAGE', message: 'Connection closed' }, false],
    [{ code: 'ECONNECTION', message: 'Connection closed' }, false],
    [new TypeError('A fault of ours'), false],
  ])('%o is permanent: %s', (error, isPermanent) => {
    expect(failureOf(error)).toMatchObject({ isPermanent });
  });

  it('is kept in one line', () => {
    expect(
      failureOf({ code: 'EMESSAGE', responseCode: 554, response: `554-No\r\n554 ${'x'.repeat(900)}` }).reply,
    ).toMatch(/^554-No 554 x{489}$/);
  });
});
