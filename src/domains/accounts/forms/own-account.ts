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
