import { inLanguage, m } from '#services/i18n/index.ts';
import type { Letter } from '#services/mail/index.ts';
import { letterIn, type LetterFrame } from './sign-in-letters.ts';

/** What changed in how somebody signs in. */
export const signInChanges = [
  'password',
  'second-factor-added',
  'second-factor-removed',
  'recovery-codes',
  'passkey-added',
  'passkey-removed',
  'email',
] as const;
export type SignInChange = (typeof signInChanges)[number];

const sentences: Readonly<Record<SignInChange, () => string>> = {
  password: () => m.accounts_mail_changed_password(),
  'second-factor-added': () => m.accounts_mail_changed_factor_added(),
  'second-factor-removed': () => m.accounts_mail_changed_factor_removed(),
  'recovery-codes': () => m.accounts_mail_changed_recovery(),
  'passkey-added': () => m.accounts_mail_changed_passkey_added(),
  'passkey-removed': () => m.accounts_mail_changed_passkey_removed(),
  email: () => m.accounts_mail_changed_email(),
};

/** Tells the owner that somebody tried to get in: many wrong passwords, or several wrong codes after a right one. */
export function attemptsLetter(frame: LetterFrame, tried: 'password' | 'code'): Letter {
  return letterIn(frame, () => ({
    subject: m.accounts_mail_attempts_subject(),
    paragraphs: [
      tried === 'password' ? m.accounts_mail_attempts_password() : m.accounts_mail_attempts_code(),
      m.accounts_mail_attempts_text(),
    ],
    button: {
      label: m.accounts_forgotten_heading(),
      url: `${frame.origin}/${frame.language}/forgotten-password`,
    },
    reason: 'account',
  }));
}

/** Tells the owner that how they sign in has changed, and what to do if it was not they. */
export function changeLetter(frame: LetterFrame, change: SignInChange): Letter {
  return letterIn(frame, () => ({
    subject: m.accounts_mail_changed_subject(),
    paragraphs: [inLanguage(frame.language, sentences[change]), m.accounts_mail_changed_text()],
    button: {
      label: m.accounts_forgotten_heading(),
      url: `${frame.origin}/${frame.language}/forgotten-password`,
    },
    reason: 'account',
  }));
}
