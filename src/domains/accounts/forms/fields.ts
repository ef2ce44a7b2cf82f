import { z } from 'zod';
import { isMailAddress } from '#platform/mail-address.ts';

export const emailField = z.string().trim().toLowerCase().refine(isMailAddress, 'accounts_refused_email');

/** One line: it stands in greetings and lists. */
export const nameField = z
  .string()
  .transform((text) => text.replaceAll(/[\s\p{Cc}\u{e000}\u{e001}]+/gu, ' ').trim())
  .pipe(z.string().min(1, 'accounts_refused_name').max(100, 'accounts_refused_name_long'));

/** As it was typed: spaces belong to it. What is longer than any password is not even hashed. */
export const passwordField = z
  .string()
  .min(1, 'accounts_refused_password_empty')
  .max(1000, 'accounts_refused_password_empty');

/** Digits, however an app or a person groups them. */
export const codeField = z
  .string()
  .max(40, 'accounts_refused_code_shape')
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'accounts_refused_code_shape'));

export const recoveryCodeField = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'accounts_refused_recovery_shape')
  .max(40, 'accounts_refused_recovery_shape');

export const tokenField = z.string().min(1).max(200);
