import { inLanguage, m } from '#services/i18n/index.ts';
import type { Language } from '#services/i18n/languages.ts';
import { composeMail, type Letter, type LetterContent } from '#services/mail/index.ts';
import { lifetimes } from '#services/sign-in/index.ts';

/** In which language, and for which site. */
export interface LetterFrame {
  readonly language: Language;
  readonly origin: string;
  readonly notice: string | undefined;
}

/** Composes what `content` says in the frame's language. */
export function letterIn(
  { language, origin, notice }: LetterFrame,
  content: () => Omit<LetterContent, 'language'>,
): Letter {
  return composeMail({ language, ...inLanguage(language, content) }, { origin, notice });
}

/** An address of ours with a token that lets somebody in. */
export function addressWith(
  { origin, language }: LetterFrame,
  page: string,
  token: string,
  to?: string,
): string {
  const parameters = new URLSearchParams({ token, ...(to !== undefined && { to }) });
  return `${origin}/${language}/${page}?${parameters}`;
}

export function linkLetter(
  frame: LetterFrame,
  token: string,
  { to, isAlreadyThere }: { to: string | undefined; isAlreadyThere: boolean },
): Letter {
  return letterIn(frame, () => ({
    subject: m.accounts_mail_link_subject(),
    paragraphs: [isAlreadyThere ? m.accounts_mail_already_text() : m.accounts_mail_link_text()],
    button: { label: m.accounts_sign_in(), secretUrl: addressWith(frame, 'sign-in/link', token, to) },
    ending: m.accounts_mail_link_ending({ count: lifetimes.linkMinutes }),
    reason: 'entered',
  }));
}

export function registerLetter(frame: LetterFrame, token: string, to: string | undefined): Letter {
  return letterIn(frame, () => ({
    subject: m.accounts_mail_register_subject(),
    paragraphs: [m.accounts_mail_register_text()],
    button: {
      label: m.accounts_mail_register_button(),
      secretUrl: addressWith(frame, 'sign-in/link', token, to),
    },
    ending: m.accounts_mail_link_ending({ count: lifetimes.linkMinutes }),
    reason: 'entered',
  }));
}

/** The same whether somebody has the address or not: its button is on `page`. */
export function beginLetter(frame: LetterFrame, token: string, page: string): Letter {
  return letterIn(frame, () => ({
    subject: m.accounts_mail_begin_subject(),
    paragraphs: [m.accounts_mail_begin_text()],
    button: { label: m.accounts_mail_begin_button(), secretUrl: addressWith(frame, page, token) },
    ending: m.accounts_mail_link_ending({ count: lifetimes.linkMinutes }),
    reason: 'entered',
  }));
}

export function resetLetter(frame: LetterFrame, token: string): Letter {
  return letterIn(frame, () => ({
    subject: m.accounts_mail_reset_subject(),
    paragraphs: [m.accounts_mail_reset_text()],
    button: { label: m.accounts_reset_heading(), secretUrl: addressWith(frame, 'reset-password', token) },
    ending: m.accounts_mail_link_ending({ count: lifetimes.resetMinutes }),
    reason: 'entered',
  }));
}

export function unknownLetter(frame: LetterFrame): Letter {
  return letterIn(frame, () => ({
    subject: m.accounts_mail_unknown_subject(),
    paragraphs: [m.accounts_mail_unknown_text()],
    button: { label: m.accounts_register(), url: `${frame.origin}/${frame.language}/register` },
    reason: 'entered',
  }));
}
