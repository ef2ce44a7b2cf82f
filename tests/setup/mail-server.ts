import { simpleParser, type ParsedMail } from 'mailparser';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** What a mail server says to a mail: it takes it, refuses it with a reply code, or is gone before it says anything. */
export type Verdict = 'take' | 'vanish' | { readonly code: number; readonly reply: string };

/** A real SMTP server in this process, on a port of its own, that keeps what arrives. */
export interface TestMailServer {
  readonly port: number;
  /** Every mail that was received whole, whatever was said to it then. */
  readonly arrived: ParsedMail[];
  /** The envelope's recipients, one list a mail. */
  readonly recipients: string[][];
  /** Those who gave user and password. */
  readonly logins: string[];
  /** Says something else to the next mails, one verdict each; then takes them again. */
  answer(...verdicts: Verdict[]): void;
  /** Refuses recipients from now on: at RCPT TO, before any text. */
  refuseRecipients(refusal: { code: number; reply: string } | undefined): void;
  /** Called when a mail is received and before anything is said to it. */
  onArrival: (() => Promise<void>) | undefined;
  forgetAll(): void;
  close(): Promise<void>;
}

const replyError = ({ code, reply }: { code: number; reply: string }): Error =>
  Object.assign(new Error(reply), { responseCode: code });

/** Starts one on `at`, or on any free port. */
export async function testMailServer(options: SMTPServerOptions = {}, at = 0): Promise<TestMailServer> {
  const verdicts: Verdict[] = [];
  let refusal: { code: number; reply: string } | undefined;
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onAuth: ({ username, password }, _, done) => {
      running.logins.push(`${username}:${password}`);
      if (password === 'pearl secret/1') done(null, { user: username });
      else done(replyError({ code: 535, reply: 'Authentication failed' }));
    },
    onRcptTo: (_, __, done) => done(refusal ? replyError(refusal) : null),
    onData: (stream, session, done) => {
      void (async () => {
        // Whoever is killed while it speaks has sent no mail.
        const mail = await simpleParser(stream).catch(() => null);
        if (mail === null) return done(null);
        running.arrived.push(mail);
        running.recipients.push(session.envelope.rcptTo.map(({ address }) => address));
        await running.onArrival?.();
        const verdict = verdicts.shift() ?? 'take';
        if (verdict === 'take') return done(null);
        if (verdict !== 'vanish') return done(replyError(verdict));
        for (const connection of server.connections) connection.close();
      })();
    },
    ...options,
  });
  // Connections that break are what is tested.
  server.on('error', () => {});
  server.listen(at, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const running: TestMailServer = {
    port,
    arrived: [],
    recipients: [],
    logins: [],
    onArrival: undefined,
    answer: (...next) => void verdicts.push(...next),
    refuseRecipients: (next) => (refusal = next),
    forgetAll: () => {
      for (const list of [running.arrived, running.recipients, running.logins, verdicts]) list.length = 0;
      running.onArrival = undefined;
      refusal = undefined;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
  return running;
}
