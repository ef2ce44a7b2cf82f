import { m } from '#services/i18n/index.ts';
import type { Letter } from '#services/mail/index.ts';
import { addressWith, letterIn, type LetterFrame } from './sign-in-letters.ts';

/** To both mailboxes: a link with which this one agrees. */
export function emailChangeLetter(frame: LetterFrame, token: string, email: string): Letter {
  return letterIn(frame, () => ({
    subject: m.accounts_mail_email_subject(),
    paragraphs: [m.accounts_mail_email_text({ email })],
    button: { label: m.accounts_confirm(), secretUrl: addressWith(frame, 'email-change', token) },
    ending: m.accounts_mail_email_ending(),
    reason: 'account',
  }));
}

/** To somebody whose address another person wanted to take. */
export function emailTakenLetter(frame: LetterFrame): Letter {
  return letterIn(frame, () => ({
    subject: m.accounts_mail_taken_subject(),
    paragraphs: [m.accounts_mail_taken_text()],
    reason: 'account',
  }));
}
