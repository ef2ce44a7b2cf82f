/** Why a mail was not taken. */
export interface SmtpFailure {
  /** Whether the same mail would be refused again. */
  readonly isPermanent: boolean;
  /** The server's own words, or what happened on the way. They may name the recipient: for the outbox only. */
  readonly reply: string;
  /** The same without any words of others: for the log. */
  readonly code: string;
}

/** Replies about our login, not about the mail (RFC 4954): somebody will put the settings right. */
const aboutLogin = new Set([530, 534, 535, 538]);

/** What an error of the transport means. Every 5yz reply about sender, recipient or text is permanent (RFC 5321 §4.2.1). */
export function failureOf(error: unknown): SmtpFailure {
  const { code, responseCode, permanent, response, message } = error as {
    code?: string;
    responseCode?: number;
    permanent?: boolean;
    response?: string;
    message?: string;
  };
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const isPermanent =
    isAboutMail &&
    (responseCode === undefined
      ? // Refused before the server was asked: no server would take it.
        code === 'EENVELOPE'
      : permanent === true && !aboutLogin.has(responseCode));
  return {
    isPermanent,
    reply: (response ?? message ?? String(error)).replaceAll(/\p{Cc}+/gu, ' ').slice(0, 500),
    code: [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown',
  };
}
