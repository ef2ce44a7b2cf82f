import { z } from 'zod';
import { languages } from '#services/i18n/languages.ts';
import { codeField, emailField, nameField, passwordField, tokenField } from './fields.ts';

/** The forms of a person's own pages. */
export const profileForm = z.object({
  name: nameField,
  language: z.enum(languages, 'accounts_refused_not_allowed'),
  reminders: z.string().transform((on) => on === 'on'),
});
export const firstPasswordForm = z.object({ password: passwordField });
export const otherPasswordForm = z.object({ present: passwordField, password: passwordField });
export const newEmailForm = z.object({ email: emailField });
export const emailChangeForm = z.object({ token: tokenField });
export const enrolForm = z.object({ password: z.string().max(1000, 'accounts_refused_password_empty') });
export const codeAgainForm = z.object({ code: codeField });
export const sessionForm = z.object({ session: z.string().regex(/^(others|\d{1,15})$/) });
/** `towns`: those that would have no owner; of each what becomes of it, in a field of its own. */
export const eraseForm = (towns: readonly string[]) =>
  z.object({
    ...Object.fromEntries(
      towns.map((id) => [townField(id), z.string().regex(/^(free|\d{1,15})$/, 'accounts_refused_town')]),
    ),
    confirm: z.literal('on', 'accounts_refused_confirm'),
  });
export const townField = (id: string): string => `town-${id}`;

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
export const addPasskeyForm = z.object({ name: passkeyName, answer: answerField });
export const passkeySignInForm = z.object({ answer: answerField });
export const removePasskeyForm = z.object({ passkey: z.string().regex(/^\d{1,15}$/) });
