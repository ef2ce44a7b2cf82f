import { isIPv4 } from 'node:net';
import { createTransport } from 'nodemailer';
import type { MailAddress, SmtpServer } from '#platform/config/mail-parsers.ts';
import { ANSWER_MS, CONNECT_MS } from './limits.ts';

/** A mail as it leaves, secrets filled in. */
export interface OutgoingMail {
  /** Of the Message-ID, before the @. */
  readonly messageId: string;
  readonly writtenAt: Date;
  readonly language: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The way to the mail server. */
export interface MailTransport {
  /** Throws what `failureOf` explains, when the server has not taken the mail. */
  send(mail: OutgoingMail): Promise<void>;
  /** Closes its connections. */
  close(): void;
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/** The transport to an SMTP server. Connections are kept for some minutes: one for what is urgent, one for the rest. */
export function mailTransport(server: SmtpServer, from: MailAddress): MailTransport {
  const { host, port, isSecure, login } = server;
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    // The queue tries again, not the pool: what happened to a mail is then known.
    maxRequeues: 0,
    host,
    port,
    secure: isSecure,
    // To another machine a password goes encrypted or not at all; on this one a certificate nobody can check is no use.
    requireTLS: !isSecure && login !== undefined && !isThisMachine(host),
    ignoreTLS: isThisMachine(host),
    ...(login && { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A connection that breaks while nothing is sent must not end the process.
  transport.on('error', () => {});
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    send: async ({ messageId, writtenAt, language, to, subject, text, html }) => {
      await transport.sendMail({
        messageId: `<${messageId}@${domain}>`,
        date: writtenAt,
        from: { name: from.name, address: from.address },
        to: { name: '', address: to },
        envelope: { from: from.address, to: [to] },
        subject,
        text,
        html,
        headers: {
          'Content-Language': language,
          // RFC 3834: nobody's holiday notice answers it.
          'Auto-Submitted': 'auto-generated',
        },
      });
    },
    close: () => transport.close(),
  };
}
