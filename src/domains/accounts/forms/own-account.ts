import { z } from 'zod';
import { languages } from '#services/i18n/languages.ts';
import { codeField, emailField, nameField, passwordField, tokenField } from './fields.ts';

/** The forms of a person's own pages. */
export const profileForm = {
  name: nameField,
  language: z.enum(languages, 'accounts_refused_not_allowed'),
  reminders: z.string().transform((on) => on === 'on'),
};
export const firstPasswordForm = { password: passwordField };
export const otherPasswordForm = { present: passwordField, password: passwordField };
export const newEmailForm = { email: emailField };
export const emailChangeForm = { token: tokenField };
export const enrolForm = { password: z.string().max(1000, 'accounts_refused_password_empty') };
export const codeAgainForm = { code: codeField };
export const sessionForm = { session: z.string().regex(/^(others|\d{1,15})$/) };
export const eraseForm = { confirm: z.literal('on', 'accounts_refused_confirm') };

/** What a device answers, as its script posts it. */
const answerField = z
  .string()
  .max(20_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'accounts_refused_passkey' });
      return z.NEVER;
    }
  });
const passkeyName = z
  .string()
  .transform((text) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
  .pipe(z.string().max(100, 'accounts_refused_name_long'));
/** Without a name it is called after the device. */
export const addPasskeyForm = { name: passkeyName, answer: answerField };
export const passkeySignInForm = { answer: answerField };
export const removePasskeyForm = { passkey: z.string().regex(/^\d{1,15}$/) };
