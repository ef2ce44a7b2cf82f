import { isMailAddress } from '../mail-address.ts';
import type { Parser } from './parsers.ts';

/** The mail server that mails are handed to. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; without it, TLS is begun when the server offers it. */
  readonly isSecure: boolean;
  readonly login: { readonly user: string; readonly password: string } | undefined;
}

/** Whom mails come from. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** `smtp://user:password@host:port` or `smtps://…`; user and password are both there or neither, percent-encoded. */
export const smtpUrl: Parser<SmtpServer> = (text) => {
  const expected = 'an address like smtps://user:password@smtp.example:465 or smtp://smtp.example:587';
  const url = /^smtps?:\/\//i.test(text) ? URL.parse(text) : null;
  if (!url || !url.hostname || !['', '/'].includes(url.pathname) || url.search || url.hash)
    return { expected };
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || password === undefined || (user === '') !== (password === ''))
    return { expected };
  if (url.port === '0') return { expected };
  const isSecure = url.protocol === 'smtps:';
  return {
    value: {
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
      isSecure,
      login: user === '' ? undefined : { user, password },
    },
  };
};

const sender = /^(?:([^<>"\p{Cc}@]+?)\s*<([^<>\s]+)>|([^<>\s]+))$/u;

/** `Name <address>`, or an address alone, which then goes by the name of Nacre. */
export const mailAddress: Parser<MailAddress> = (text) => {
  const [, name = 'Nacre', bracketed, alone] = sender.exec(text) ?? [];
  const address = bracketed ?? alone ?? '';
  return isMailAddress(address)
    ? { value: { name: name.trim(), address } }
    : { expected: 'an address like Nacre <nacre@town.example>' };
};
